package cn.yuanlin.platform.personaldata;

import java.util.List;
import java.util.Optional;

/** A feature's records about people of the estate that is bound. Each feature that keeps any provides one. Runs in a transaction but for {@link #closed}. */
public interface PersonalRecords {
    /** Longest list in an export, the newest kept: a person's own records in one estate don't come near it. */
    int MOST_ROWS = 2_000;

    /** Its name in the export, such as {@code memberships}. */
    String section();

    /** All that is kept of the person, readable, at most {@link #MOST_ROWS}. */
    List<? extends Record> of(String subject);

    /** Why the person can't leave yet, in words for them; empty if nothing here holds them. */
    default Optional<String> hinders(String subject) {
        return Optional.empty();
    }

    /** The person leaves: ends what is under way and takes away what nobody must keep. Doing it again changes nothing. */
    default void close(String subject) {}

    /** Called after the commit of {@link #close}, outside transactions: for what others must be told. */
    default void closed(String subject) {}
}
