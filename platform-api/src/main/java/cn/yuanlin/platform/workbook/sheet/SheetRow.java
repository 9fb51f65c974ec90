package cn.yuanlin.platform.workbook.sheet;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What one row of a sheet was read as. Cells that are empty or wrong have no value. */
public final class SheetRow {
    private final SheetModel sheet;
    private final int number;
    private final @Nullable Object[] values;
    private final BitSet filled;
    private final IntFunction<CellRef> places;
    private final Findings findings;

    SheetRow(
            SheetModel sheet,
            int number,
            @Nullable Object[] values,
            BitSet filled,
            IntFunction<CellRef> places,
            Findings findings) {
        this.sheet = sheet;
        this.number = number;
        this.values = values;
        this.filled = filled;
        this.places = places;
        this.findings = findings;
    }

    /** As Excel counts, from 1. */
    public int number() {
        return number;
    }

    @SuppressWarnings("unchecked") // The reader put there what the column's own kind gave.
    public <T> @Nullable T get(Column<T> column) {
        return (T) values[sheet.columns().indexOf(column)];
    }

    /** @throws IllegalStateException if the cell is empty or wrong: the workbook was not checked before */
    public <T> T require(Column<T> column) {
        var value = get(column);
        if (value == null) throw new IllegalStateException("unchecked row of " + sheet.name());
        return value;
    }

    /** Whether the cell holds anything, right or wrong. */
    public boolean isFilled(Column<?> column) {
        return filled.get(sheet.columns().indexOf(column));
    }

    /** Whether the cell holds something that could not be read. */
    public boolean isWrong(Column<?> column) {
        return isFilled(column) && get(column) == null;
    }

    public CellRef at(Column<?> column) {
        return places.apply(sheet.columns().indexOf(column));
    }

    /** Notes something wrong with the cell of this row in a column. */
    public void fault(Column<?> column, Fault fault, String words) {
        findings.add(new Finding(sheet.name(), at(column), column.heading(), fault, words));
    }
}
