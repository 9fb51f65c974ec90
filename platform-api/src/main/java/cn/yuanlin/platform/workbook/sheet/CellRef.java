package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import java.util.Comparator;

/** A place in a sheet: row from 1, column from 0. Written as Excel does: {@code C17}. */
public record CellRef(int row, int column) implements Comparable<CellRef> {
    public static final CellRef TOP = new CellRef(1, 0);

    @Override
    public int compareTo(CellRef other) {
        return Comparator.comparingInt(CellRef::row)
                .thenComparingInt(CellRef::column)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return RawCell.letters(column) + row;
    }
}
