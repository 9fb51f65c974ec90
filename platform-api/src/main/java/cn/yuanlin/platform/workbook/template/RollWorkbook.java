package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.people.BuildingRow;
import cn.yuanlin.platform.people.HoldingRow;
import cn.yuanlin.platform.people.RollRows;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.people.UnitRow;
import cn.yuanlin.platform.workbook.file.RawCell;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.Column;
import cn.yuanlin.platform.workbook.sheet.HolderSheet;
import cn.yuanlin.platform.workbook.sheet.Kind;
import cn.yuanlin.platform.workbook.sheet.Parsed;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the roll as a workbook that can be changed and brought back. */
public final class RollWorkbook {
    private static final List<SheetModel> SHEETS = List.of(BuildingSheet.SHEET, UnitSheet.SHEET, HolderSheet.SHEET);

    private final XlsxOutput out;

    private RollWorkbook(XlsxOutput out) {
        this.out = out;
    }

    /** Writes row by row while reading; leaves the stream open, and what is written without an end if reading fails. */
    public static void write(RollRows roll, OutputStream target) throws IOException {
        var names = SHEETS.stream().map(SheetModel::name).toList();
        try {
            var out = new XlsxOutput(target, names);
            new RollWorkbook(out).write(roll);
            out.finish();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void write(RollRows roll) throws IOException {
        begin(1);
        roll.forEachBuilding(row -> row(() -> building(row)));
        out.endSheet();
        begin(2);
        roll.forEachUnit(row -> row(() -> unit(row)));
        out.endSheet();
        begin(3);
        roll.forEachHolding(row -> row(() -> holding(row)));
        out.endSheet();
    }

    private void begin(int sheet) throws IOException {
        out.beginSheet(sheet);
        out.beginRow();
        for (var column : SHEETS.get(sheet - 1).columns()) out.heading(column.heading());
        out.endRow();
    }

    private void building(BuildingRow row) throws IOException {
        out.text(row.name());
        out.text(Integer.toString(row.floors()));
    }

    private void unit(UnitRow row) throws IOException {
        UnitNo no = row.unit();
        out.text(no.building());
        out.text(orEmpty(no.entrance()));
        out.text(no.room());
        out.number(row.area().squareMetres().toPlainString());
        out.text(word(UnitSheet.AREA_SOURCE, row.areaSource()));
        out.text(word(UnitSheet.USE, row.use()));
        out.text(word(UnitSheet.STATE, row.state()));
    }

    private void holding(HoldingRow row) throws IOException {
        var acting = row.representative();
        out.text(row.unit().toString());
        out.text(row.holder());
        out.text(word(HolderSheet.KIND, row.kind()));
        out.text(orEmpty(row.phone()));
        out.text(row.idType() == null ? "" : word(HolderSheet.ID_TYPE, row.idType()));
        out.text(orEmpty(row.idNumber()));
        out.text(row.share().toString());
        out.text(word(HolderSheet.NOMINATED, row.nominated()));
        out.text(acting == null ? "" : acting.name());
        out.text(acting == null ? "" : acting.phone());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The last of the words by which a clerk says this; the same that the column reads back. */
    private static <T> String word(Column<T> column, T meant) {
        if (!(column.kind().constraint() instanceof Kind.Constraint.OneOf offered))
            throw new IllegalArgumentException(column.heading() + " has no words");
        String last = null;
        for (var word : offered.words()) {
            var cell = new RawCell(0, RawCell.Form.TEXT, word, false);
            if (column.kind().reader().read(cell, false) instanceof Parsed.Value<T> value
                    && value.value().equals(meant)) last = word;
        }
        if (last == null) throw new IllegalStateException(column.heading() + " has no word for " + meant);
        return last;
    }

    private void row(Cells cells) {
        try {
            out.beginRow();
            cells.write();
            out.endRow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @FunctionalInterface
    private interface Cells {
        void write() throws IOException;
    }
}
