package cn.yuanlin.platform.workbook.sheet;

import java.text.Normalizer;
import java.util.List;

/**
 * One sheet of the workbook.
 *
 * @param about one sentence for the clerk on the first sheet
 */
public record SheetModel(String name, Layout layout, List<Column<?>> columns, String about) {

    /** How a sheet is laid out. */
    public enum Layout {
        /** A row of headings, then one thing a row. */
        TABLE,
        /** One thing only: a line for each of its columns, label left, content right of it. */
        FIELDS
    }

    /** Marks a row as an example, at the start of its first cell. */
    public static final String EXAMPLE = "示例";

    /** Position of the column with this heading, or -1; small differences of writing don't matter. */
    public int indexOf(String heading) {
        var wanted = plain(heading);
        for (int i = 0; i < columns.size(); i++)
            if (plain(columns.get(i).heading()).equals(wanted)) return i;
        return -1;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}*]", "");
    }
}
