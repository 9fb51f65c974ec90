package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.RawRow;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A sheet of fields: label in the first column, content in the second; what is right of it explains. */
final class FieldsReader {
    static final String HEADING = "项目";
    static final int LABEL = 0;
    static final int CONTENT = 1;

    private final SheetModel sheet;
    private final CellReader cells;
    private final Findings findings;
    private final @Nullable Object[] values;
    private final int[] rows;
    private final BitSet filled = new BitSet();

    FieldsReader(SheetModel sheet, boolean datesFrom1904, Findings findings) {
        this.sheet = sheet;
        this.findings = findings;
        this.cells = new CellReader(sheet, datesFrom1904, findings);
        this.values = new @Nullable Object[sheet.columns().size()];
        this.rows = new int[values.length];
    }

    void row(RawRow row) {
        var label = row.cell(LABEL);
        var content = row.cell(CONTENT);
        if (label == null && content == null) {
            cells.refuseFormulas(row);
            return;
        }
        if (label != null && label.text().strip().equals(HEADING)) {
            cells.refuseFormulas(row);
            return;
        }
        int index = label == null || label.form() != RawCell.Form.TEXT ? -1 : sheet.indexOf(label.text());
        if (index < 0) {
            cells.refuseFormulas(row);
            cells.add(new CellRef(row.number(), LABEL), "", Fault.FIELD_UNKNOWN, "这个项目不在模板中，请不要改动“项目”一列");
            return;
        }
        var at = new CellRef(row.number(), CONTENT);
        var heading = sheet.columns().get(index).heading();
        if (rows[index] > 0) {
            cells.refuseFormulas(row);
            cells.add(at, heading, Fault.DUPLICATE, "项目“%s”与第%d行重复".formatted(heading, rows[index]));
            return;
        }
        rows[index] = row.number();
        for (var cell : row.cells())
            if (cell.column() != CONTENT && cell.form() == RawCell.Form.FORMULA) cells.refuseFormula(row, cell);
        filled.set(index, content != null);
        values[index] = cells.read(index, at, content);
    }

    SheetRow finish() {
        for (int i = 0; i < rows.length; i++) {
            var column = sheet.columns().get(i);
            if (rows[i] == 0 && column.isRequired())
                cells.add(CellRef.TOP, column.heading(), Fault.FIELD_MISSING, "缺少项目“%s”".formatted(column.heading()));
        }
        return new SheetRow(sheet, 1, values, filled, this::place, findings);
    }

    private CellRef place(int index) {
        return rows[index] == 0 ? CellRef.TOP : new CellRef(rows[index], CONTENT);
    }
}
