package cn.yuanlin.platform.workbook.sheet;

import cn.yuanlin.platform.workbook.file.RawCell;
import java.util.List;

/**
 * What the cells of a column may hold: how they are read, what Excel should refuse while they are typed, how they look.
 */
public record Kind<T>(Reader<T> reader, Constraint constraint, Look look) {

    /** Reads one cell that is not empty. */
    @FunctionalInterface
    public interface Reader<T> {
        Parsed<T> read(RawCell cell, boolean datesFrom1904);
    }

    /** What Excel checks at typing; pasting gets round it, so it is a courtesy and never relied upon. */
    public sealed interface Constraint {
        record AnyText(int maxLength) implements Constraint {}

        record OneOf(List<String> words) implements Constraint {}

        record Decimal(String min, String max) implements Constraint {}

        record Whole(long min, long max) implements Constraint {}

        record Day() implements Constraint {}
    }

    /** Number format of the cells. Everything that is not a quantity is text, or Excel turns 1/2 into a day. */
    public enum Look {
        TEXT("@"),
        WRAPPED_TEXT("@"),
        TWO_DECIMALS("0.00"),
        WHOLE("0"),
        DAY("yyyy-mm-dd");

        private final String format;

        Look(String format) {
            this.format = format;
        }

        public String format() {
            return format;
        }
    }
}
