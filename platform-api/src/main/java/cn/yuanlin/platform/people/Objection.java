package cn.yuanlin.platform.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says is wrong with the roll, and what the committee answered.
 *
 * @param number of the unit it is about, such as {@code 3幢2单元502室}
 * @param text null for readers who may know only that there is an objection: it may tell of others
 * @param mine whether the reader raised it
 */
record Objection(
        UUID id,
        UUID period,
        UUID unit,
        String number,
        Instant at,
        boolean mine,
        @Nullable String text,
        @Nullable ObjectionAnswer answer) {

    /** For everybody who may read the objection: the answer is public. */
    record ObjectionAnswer(boolean upheld, String text, Instant at) {}
}
