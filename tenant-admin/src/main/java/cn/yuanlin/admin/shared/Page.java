package cn.yuanlin.admin.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /**
     * @param found up to {@code query.fetch()} rows in the list's order; the surplus one only tells that more follow
     * @param key the keyset position of a row, as text
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<T, String> key) {
        if (found.size() <= query.size()) {
            return new Page<>(List.copyOf(found), null);
        }
        var items = List.copyOf(found.subList(0, query.size()));
        return new Page<>(items, Cursor.encode(key.apply(items.getLast())));
    }
}
