package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.file.RawRow;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import java.util.function.Consumer;

/** Reads the sheets of a file by the model: every cell becomes a value or a finding. */
public final class SheetReader {
    private final WorkbookFile file;
    private final Findings findings;
    private int rows;

    public SheetReader(WorkbookFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Hands over each row that is not an example, wrong cells left out; a sheet of fields as one row.
     *
     * @throws UnreadableWorkbook if the file is worse than wrong, or all sheets read so far have too many rows
     */
    public void read(SheetModel sheet, Consumer<SheetRow> consumer) throws UnreadableWorkbook {
        switch (sheet.layout()) {
            case TABLE -> {
                var table = new TableReader(sheet, file.datesFrom1904(), findings, consumer);
                file.read(sheet.name(), row -> {
                    countRow();
                    table.row(row);
                });
                table.finish();
            }
            case FIELDS -> {
                var fields = new FieldsReader(sheet, file.datesFrom1904(), findings);
                file.read(sheet.name(), row -> {
                    countRow();
                    fields.row(row);
                });
                consumer.accept(fields.finish());
            }
        }
    }

    private void countRow() throws UnreadableWorkbook {
        // Headings and examples are counted generously: they are what the limit is not about.
        if (++rows > WorkbookModel.MAX_ROWS + 2 * WorkbookModel.SHEETS.size())
            throw new UnreadableWorkbook(Refusal.Code.TOO_MANY_ROWS.refusal());
    }

    static boolean isExample(RawRow row) {
        var first = row.cells().getFirst();
        return first.form() == RawCell.Form.TEXT && first.text().strip().startsWith(SheetModel.EXAMPLE);
    }
}
