package cn.yuanlin.platform.workbook.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with at least one cell that holds something.
 *
 * @param number as Excel counts, from 1
 * @param cells in the order of their columns, empty ones left out
 */
public record RawRow(int number, List<RawCell> cells) {

    public @Nullable RawCell cell(int column) {
        for (var cell : cells) if (cell.column() == column) return cell;
        return null;
    }
}
