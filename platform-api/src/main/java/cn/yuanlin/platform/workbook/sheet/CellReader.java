package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.RawRow;
import org.jspecify.annotations.Nullable;

/** Reads single cells by their column and notes what is wrong. */
record CellReader(SheetModel sheet, boolean datesFrom1904, Findings findings) {

    @Nullable
    Object read(int index, CellRef at, @Nullable RawCell cell) {
        var column = sheet.columns().get(index);
        if (cell == null) {
            if (column.isRequired()) add(at, column.heading(), Fault.REQUIRED, "不能为空");
            return null;
        }
        return switch (column.kind().reader().read(cell, datesFrom1904)) {
            case Parsed.Value<?>(var value) -> value;
            case Parsed.Wrong<?>(var fault, var words) -> {
                add(at, column.heading(), fault, words);
                yield null;
            }
        };
    }

    /** Nobody reads these cells, but a formula may reach out of the file wherever it stands. */
    void refuseFormulas(RawRow row) {
        for (var cell : row.cells()) if (cell.form() == RawCell.Form.FORMULA) refuseFormula(row, cell);
    }

    void refuseFormula(RawRow row, RawCell cell) {
        add(new CellRef(row.number(), cell.column()), "", Fault.FORMULA, CellContent.NO_FORMULA);
    }

    void add(CellRef at, String heading, Fault fault, String words) {
        findings.add(new Finding(sheet.name(), at, heading, fault, words));
    }
}
