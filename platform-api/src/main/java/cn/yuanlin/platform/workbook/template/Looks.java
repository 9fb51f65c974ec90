package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.sheet.Kind;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of one workbook, each made once: a workbook has room for 64,000, not one for every cell. */
final class Looks {

    /** Why a cell is coloured. */
    enum Mark {
        NONE,
        WARNING,
        ERROR
    }

    private record Key(Kind.Look look, Mark mark, boolean quoted) {}

    private final Workbook workbook;
    private final Map<Key, CellStyle> cells = new HashMap<>();
    private final CellStyle required;
    private final CellStyle optional;
    private final CellStyle example;
    private final CellStyle title;
    private final CellStyle plain;

    Looks(Workbook workbook) {
        this.workbook = workbook;
        required = heading(IndexedColors.LIGHT_ORANGE);
        optional = heading(IndexedColors.PALE_BLUE);
        example = workbook.createCellStyle();
        var grey = workbook.createFont();
        grey.setItalic(true);
        grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
        example.setFont(grey);
        example.setDataFormat(workbook.createDataFormat().getFormat(Kind.Look.TEXT.format()));
        title = workbook.createCellStyle();
        title.setFont(bold());
        plain = workbook.createCellStyle();
        plain.setWrapText(true);
        plain.setVerticalAlignment(VerticalAlignment.TOP);
    }

    CellStyle heading(boolean isRequired) {
        return isRequired ? required : optional;
    }

    CellStyle example() {
        return example;
    }

    CellStyle title() {
        return title;
    }

    CellStyle plain() {
        return plain;
    }

    /** @param quoted shown as text even if somebody edits the cell and leaves it */
    CellStyle cell(Kind.Look look, Mark mark, boolean quoted) {
        return cells.computeIfAbsent(new Key(look, mark, quoted), this::make);
    }

    private CellStyle make(Key key) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(key.look().format()));
        style.setWrapText(key.look() == Kind.Look.WRAPPED_TEXT);
        style.setQuotePrefixed(key.quoted());
        if (key.mark() != Mark.NONE) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(
                    (key.mark() == Mark.ERROR ? IndexedColors.CORAL : IndexedColors.LIGHT_YELLOW).getIndex());
        }
        return style;
    }

    private CellStyle heading(IndexedColors colour) {
        var style = workbook.createCellStyle();
        style.setFont(bold());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour.getIndex());
        style.setBorderBottom(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private Font bold() {
        var font = workbook.createFont();
        font.setBold(true);
        return font;
    }
}
