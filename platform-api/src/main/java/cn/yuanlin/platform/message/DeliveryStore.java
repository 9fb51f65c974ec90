package cn.yuanlin.platform.message;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deliveries. Works in the caller's transaction. */
@Component
class DeliveryStore {
    private final JdbcClient jdbc;

    /** One that is about to be sent. @param channels still to be tried, at least one @param attempts on the first of them */
    record Claimed(UUID message, String subject, List<Channel> channels, int attempts) {}

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the next one that is due; nobody else gets it. */
    Optional<Claimed> claim(UUID broadcast, Instant now) {
        return jdbc.sql("""
                        update message_delivery d set state = 'SENDING', attempts = d.attempts + 1, changed_at = :now::timestamptz
                        from message m
                        where m.id = d.message_id and d.message_id =
                            (select message_id from message_delivery
                             where broadcast_id = :broadcast and state = 'WAITING' and not_before <= :now::timestamptz
                             order by not_before, message_id limit 1 for update skip locked)
                        returning d.message_id, m.subject, d.channels, d.attempts
                        """)
                .param("broadcast", broadcast)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Claimed(
                        row.getObject("message_id", UUID.class),
                        row.getString("subject"),
                        BroadcastStore.texts(row.getArray("channels")).stream()
                                .map(Channel::valueOf)
                                .toList(),
                        row.getInt("attempts")))
                .optional();
    }

    /** Puts one back that was claimed and certainly not sent. */
    void putBack(
            UUID message,
            List<Channel> channels,
            int attempts,
            Instant notBefore,
            @Nullable String reason,
            Instant now) {
        jdbc.sql("""
                        update message_delivery
                        set state = 'WAITING', channels = ?, attempts = ?, not_before = ?, reason = ?, changed_at = ?
                        where message_id = ? and state = 'SENDING'
                        """)
                .param(channels.stream().map(Channel::name).toArray(String[]::new))
                .param(attempts)
                .param(Timestamp.from(notBefore))
                .param(reason)
                .param(Timestamp.from(now))
                .param(message)
                .update();
    }

    /** Notes how it ended. What was given up as interrupted may turn out to have been sent. */
    void end(UUID message, State state, @Nullable String reason, Instant now) {
        jdbc.sql("""
                        update message_delivery set state = ?, reason = ?, changed_at = ?
                        where message_id = ? and (state = 'SENDING' or state = 'UNKNOWN' and ? = 'SENT')
                        """)
                .param(state.name())
                .param(reason)
                .param(Timestamp.from(now))
                .param(message)
                .param(state.name())
                .update();
    }

    enum State {
        SENT,
        UNKNOWN,
        UNREACHED
    }

    /** Whoever was sending these is gone. @return how many */
    int giveUpInterrupted(UUID broadcast, Instant now) {
        return jdbc.sql("""
                        update message_delivery set state = 'UNKNOWN', reason = 'INTERRUPTED', changed_at = ?
                        where broadcast_id = ? and state = 'SENDING'
                        """).params(Timestamp.from(now), broadcast).update();
    }

    Optional<Instant> nextDue(UUID broadcast) {
        return jdbc.sql("""
                        select not_before from message_delivery
                        where broadcast_id = ? and state = 'WAITING' order by not_before limit 1
                        """)
                .param(broadcast)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
