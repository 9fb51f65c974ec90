package cn.yuanlin.platform.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A door as residents write it: {@code 3幢2单元502室}, also {@code 3-2-502}; without an entrance {@code 3幢502室} and
 * {@code 3-502}. Rooms may carry letters ({@code 502A}). Full-width digits, spaces and lower case are accepted;
 * a leading zero of building and entrance is not kept, one of a room is.
 */
public record UnitNo(String building, @Nullable String entrance, String room) {
    /** Longest building, entrance or room name, in characters. */
    public static final int LONGEST_PART = 10;

    private static final String PART = "[\\p{IsHan}A-Z0-9]{1,10}?";

    /** What is left when the room was forgotten. */
    private static final Pattern NO_ROOM = Pattern.compile(".*(?:幢|栋|号楼|单元)");

    private static final Pattern WRITTEN =
            Pattern.compile("(%1$s)(?:幢|号楼|栋|座)(?:(%1$s)(?:单元|门))?(%1$s)[室号]?".formatted(PART));
    private static final Pattern DASHED = Pattern.compile("(%1$s)-(?:(%1$s)-)?(%1$s)".formatted(PART));
    private static final Pattern BUILDING = Pattern.compile("(%s)(?:幢|号楼|栋|座)?".formatted(PART));
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WHOLE_PART = Pattern.compile("[\\p{IsHan}A-Z0-9]{1,10}");

    public UnitNo {
        requirePart(building);
        requirePart(room);
        if (entrance != null) requirePart(entrance);
    }

    /** @throws IllegalArgumentException if the text has none of the forms */
    public static UnitNo parse(String text) {
        var plain = plain(text);
        for (var form : new Pattern[] {WRITTEN, DASHED}) {
            var match = form.matcher(plain);
            if (match.matches() && !NO_ROOM.matcher(match.group(3)).matches()) {
                var entrance = match.group(2);
                return new UnitNo(
                        withoutZeros(match.group(1)), entrance == null ? null : withoutZeros(entrance), match.group(3));
            }
        }
        throw new IllegalArgumentException("neither 3幢2单元502室 nor 3-2-502");
    }

    /**
     * The name of a building as {@link #building()} holds it: {@code 3幢}, {@code 3号楼} and {@code 3} are all {@code 3}.
     *
     * @throws IllegalArgumentException if it is empty, too long or has other signs than Han, letters and digits
     */
    public static String parseBuilding(String text) {
        var match = BUILDING.matcher(plain(text));
        if (!match.matches()) throw new IllegalArgumentException("not the name of a building");
        return withoutZeros(match.group(1));
    }

    /** {@code 3-2-502}, or {@code 3-502} without an entrance. */
    public String dashed() {
        return building + "-" + (entrance == null ? "" : entrance + "-") + room;
    }

    /** Text whose code points sort as people count: 2幢 before 10幢. Different doors have different keys. */
    public String sortKey() {
        return counted(building) + "/" + (entrance == null ? "" : counted(entrance)) + "/" + counted(room);
    }

    /** {@link #sortKey()} of a building alone. */
    public static String buildingSortKey(String building) {
        return counted(building);
    }

    @Override
    public String toString() {
        return building + "幢" + (entrance == null ? "" : entrance + "单元") + room + "室";
    }

    private static String counted(String part) {
        // The digits are followed by their own count, so that 0502 and 502 stay two keys.
        return NUMBER.matcher(part)
                .replaceAll(number -> "0".repeat(LONGEST_PART - number.group().length()) + number.group() + ":"
                        + number.group().length());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[‐-―−﹣－~～]", "-")
                .toUpperCase(Locale.ROOT);
    }

    private static String withoutZeros(String part) {
        return part.replaceFirst("^0+(?=\\d)", "");
    }

    private static void requirePart(String part) {
        if (!WHOLE_PART.matcher(part).matches()) throw new IllegalArgumentException("not a part of a unit number");
    }
}
