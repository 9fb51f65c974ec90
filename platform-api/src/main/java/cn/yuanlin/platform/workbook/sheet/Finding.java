package cn.yuanlin.platform.workbook.sheet;

/**
 * Something wrong at a place of the workbook.
 *
 * @param column the heading, or empty if it is about more than one column
 * @param words for the clerk, without the place; never the cell's content
 */
public record Finding(String sheet, CellRef at, String column, Fault fault, String words) {
    /** The whole sentence: {@code 业主!D17：手机号应为11位}. */
    public String message() {
        return sheet + "!" + at + "：" + words;
    }
}
