package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the roll is wanted.
 *
 * @param asOf the day in Asia/Shanghai; null for the roll as it is now
 * @param building null for all
 * @param words a door, a part of a holder's name, or a whole phone number; null for all
 */
record RollQuery(
        @Nullable LocalDate asOf,
        @Nullable UUID building,
        @Nullable String words) {
    /** Longest {@link #words()}, in characters. */
    static final int LONGEST_WORDS = 50;

    /** The key of the door that is looked for; matches none if the words are no door. */
    String door() {
        try {
            return words == null ? "" : UnitNo.parse(words).sortKey();
        } catch (IllegalArgumentException noDoor) {
            return "";
        }
    }

    /** A pattern of {@code like} that finds the words in a name. */
    String namePattern() {
        var plain = words == null ? "" : words.strip();
        return "%" + plain.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    @Nullable
    String phone() {
        var digits = words == null ? "" : words.replaceAll("[\\s-]", "");
        return digits.matches("\\d{11}") ? digits : null;
    }
}
