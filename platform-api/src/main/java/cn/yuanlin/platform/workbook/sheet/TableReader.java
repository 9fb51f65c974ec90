package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.RawRow;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sheet with a row of headings. Columns are found by their headings, so that their order does not matter. */
final class TableReader {
    private final SheetModel sheet;
    private final CellReader cells;
    private final Findings findings;
    private final Consumer<SheetRow> consumer;

    // Where each column of the model is in the file; -1 where it is not.
    private final int[] positions;
    private final BitSet known = new BitSet();
    private final BitSet reported = new BitSet();
    private boolean headed;

    TableReader(SheetModel sheet, boolean datesFrom1904, Findings findings, Consumer<SheetRow> consumer) {
        this.sheet = sheet;
        this.findings = findings;
        this.cells = new CellReader(sheet, datesFrom1904, findings);
        this.consumer = consumer;
        this.positions = new int[sheet.columns().size()];
        Arrays.fill(positions, -1);
    }

    void row(RawRow row) {
        if (!headed) {
            headed = true;
            cells.refuseFormulas(row);
            headings(row);
        } else if (SheetReader.isExample(row)) {
            cells.refuseFormulas(row);
        } else {
            content(row);
        }
    }

    void finish() {
        if (!headed) headings(new RawRow(1, List.of()));
    }

    private void headings(RawRow row) {
        for (var cell : row.cells()) {
            var at = new CellRef(row.number(), cell.column());
            int index = cell.form() == RawCell.Form.TEXT ? sheet.indexOf(cell.text()) : -1;
            if (index < 0) continue;
            known.set(cell.column());
            var heading = sheet.columns().get(index).heading();
            if (positions[index] >= 0) cells.add(at, heading, Fault.DUPLICATE, "列“%s”出现了两次，请删除其中一列".formatted(heading));
            else positions[index] = cell.column();
        }
        for (int i = 0; i < positions.length; i++) {
            var heading = sheet.columns().get(i).heading();
            if (positions[i] < 0 && !sheet.columns().get(i).mayBeMissing())
                cells.add(
                        new CellRef(row.number(), i),
                        heading,
                        Fault.COLUMN_MISSING,
                        "缺少列“%s”，请不要改动模板的表头".formatted(heading));
        }
    }

    private void content(RawRow row) {
        var values = new @Nullable Object[positions.length];
        boolean anything = false;
        for (var cell : row.cells()) {
            if (known.get(cell.column())) anything = true;
            else strange(row, cell);
        }
        if (!anything) return;
        var filled = new BitSet(positions.length);
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0) continue;
            var cell = row.cell(positions[i]);
            values[i] = cells.read(i, new CellRef(row.number(), positions[i]), cell);
            filled.set(i, cell != null);
        }
        consumer.accept(
                new SheetRow(sheet, row.number(), values, filled, index -> place(row.number(), index), findings));
    }

    /** Content that nobody would import must not be lost in silence; one word for each column is enough. */
    private void strange(RawRow row, RawCell cell) {
        if (cell.form() == RawCell.Form.FORMULA) cells.refuseFormula(row, cell);
        if (reported.get(cell.column())) return;
        reported.set(cell.column());
        cells.add(new CellRef(row.number(), cell.column()), "", Fault.COLUMN_UNKNOWN, "这一列不在模板中，内容不会导入，请删除或移到模板的列里");
    }

    private CellRef place(int row, int index) {
        return new CellRef(row, positions[index] < 0 ? index : positions[index]);
    }
}
