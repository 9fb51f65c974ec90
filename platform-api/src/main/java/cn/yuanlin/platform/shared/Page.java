package cn.yuanlin.platform.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, never the whole list.
 *
 * @param next what to send as {@code after} for the page that follows; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /**
     * Makes a page of the rows a query answered that asked for one more than the page holds.
     *
     * @param rows at most {@code keyset.limit() + 1} rows in the order of the list
     * @param key the values the list is ordered by, as the query will compare them
     */
    public static <T> Page<T> of(List<T> rows, Keyset keyset, Function<T, List<String>> key) {
        if (rows.size() <= keyset.limit()) return new Page<>(List.copyOf(rows), null);
        var items = List.copyOf(rows.subList(0, keyset.limit()));
        return new Page<>(items, Keyset.encode(key.apply(items.getLast())));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
