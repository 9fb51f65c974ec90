package cn.yuanlin.platform.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins and how long it is: strictly after the row with these key values.
 *
 * @param limit rows on the page, 1 to {@value #MAX_LIMIT}
 * @param after the key values of the last row seen, in the order of the list; empty for the first page
 */
public record Keyset(int limit, List<String> after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    private static final int LAST_YEAR = 9_999;
    private static final char SEPARATOR = '\u001f';

    /**
     * @param limit null for the default
     * @param cursor the {@code next} of the page before, or null for the first page
     * @param keys how many key values this list is ordered by
     * @throws ProblemException 400 if the limit is out of range or the cursor is not one this list gave out
     */
    public static Keyset of(@Nullable Integer limit, @Nullable String cursor, int keys) {
        var size = limit == null ? DEFAULT_LIMIT : limit;
        if (size < 1 || size > MAX_LIMIT)
            throw Problem.field("limit", "每页条数应在1到" + MAX_LIMIT + "之间").raise();
        if (cursor == null || cursor.isEmpty()) return new Keyset(size, List.of());
        var values = decode(cursor);
        if (values.size() != keys || values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) throw unusable();
        return new Keyset(size, values);
    }

    public boolean isFirstPage() {
        return after.isEmpty();
    }

    /** The key as text; holds nothing the database could not. */
    public String text(int key) {
        return after.get(key);
    }

    /** @throws ProblemException 400 if the cursor has no id there */
    public UUID uuid(int key) {
        return read(key, UUID::fromString);
    }

    /** @throws ProblemException 400 if the cursor has no whole number there */
    public long number(int key) {
        return read(key, Long::parseLong);
    }

    /** @throws ProblemException 400 if the cursor has no day there */
    public LocalDate date(int key) {
        var day = read(key, LocalDate::parse);
        // The database knows fewer years than Java does.
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) throw unusable();
        return day;
    }

    private <T> T read(int key, Function<String, T> parse) {
        try {
            return parse.apply(after.get(key));
        } catch (IllegalArgumentException | DateTimeException forged) {
            throw unusable();
        }
    }

    static String encode(List<String> values) {
        var joined = String.join(String.valueOf(SEPARATOR), values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    private static List<String> decode(String cursor) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            var values = new ArrayList<String>();
            var start = 0;
            for (int end; (end = joined.indexOf(SEPARATOR, start)) >= 0; start = end + 1)
                values.add(joined.substring(start, end));
            values.add(joined.substring(start));
            return List.copyOf(values);
        } catch (IllegalArgumentException notBase64) {
            throw unusable();
        }
    }

    private static ProblemException unusable() {
        return Problem.field("after", "翻页标记无效，请从第一页重新开始").raise();
    }
}
