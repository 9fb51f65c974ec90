package cn.yuanlin.platform.workbook.sheet;

import java.util.function.Function;

/** What a cell was read as, or what is wrong with it. */
public sealed interface Parsed<T> {
    /** The cell holds what its column asks for. */
    record Value<T>(T value) implements Parsed<T> {}

    /** @param words for the clerk, without the place and without the cell's content */
    record Wrong<T>(Fault fault, String words) implements Parsed<T> {}

    static <T> Parsed<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> wrong(Fault fault, String words) {
        return new Wrong<>(fault, words);
    }

    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Value<T>(var value) -> next.apply(value);
            case Wrong<T>(var fault, var words) -> new Wrong<>(fault, words);
        };
    }
}
