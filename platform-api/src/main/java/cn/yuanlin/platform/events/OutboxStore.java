package cn.yuanlin.platform.events;

import cn.yuanlin.platform.tenancy.CellRole;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is asked of the outbox. {@code estate} in a query is left to row-level security where the estate's role asks, and named where
 * the dispatcher does.
 */
@Component
class OutboxStore {
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final String WAITING = "done_at is null and parked_at is null";

    private final JdbcClient estate;
    private final CellRole dispatcher;

    /** The event that is next in an estate. @param likeParked an earlier one of its type is parked */
    record Head(UUID id, String type, String payload, Instant writtenAt, boolean likeParked) {}

    /** An event that gave up. @param failure the kind of fault, without values */
    record Parked(
            UUID id,
            String type,
            Instant writtenAt,
            Instant parkedAt,
            int attempts,
            @Nullable String failure) {}

    /** @param oldest when the event that waits longest was written */
    record Backlog(long waiting, long parked, @Nullable Instant oldest) {}

    OutboxStore(JdbcClient estate, @Qualifier("dispatcher") CellRole dispatcher) {
        this.estate = estate;
        this.dispatcher = dispatcher;
    }

    /** Estates that have something waiting: one step through an index for each, whatever the backlog. */
    List<String> estatesWithWaiting() {
        return dispatcher.call(
                jdbc -> jdbc.sql("""
                        with recursive waiting as (
                            (select estate from outbox where %1$s order by estate limit 1)
                            union all
                            select (select o.estate from outbox o where %1$s and o.estate > w.estate order by o.estate limit 1)
                            from waiting w where w.estate is not null)
                        select estate from waiting where estate is not null
                        """.formatted(WAITING)).query(String.class).list());
    }

    /** Locks the first waiting event of the current estate; empty if there is none, it is not due, or another process has it. */
    Optional<Head> lockHead(Instant now) {
        return estate.sql("""
                        select id, type, payload, written_at as "writtenAt",
                               exists (select from cell.outbox p
                                       where p.done_at is null and p.parked_at is not null and p.type = o.type) as "likeParked"
                        from cell.outbox o
                        where id = (select id from cell.outbox where %s order by id limit 1)
                          and %s and (not_before is null or not_before <= ?)
                        for update skip locked
                        """.formatted(WAITING, WAITING))
                .param(Timestamp.from(now))
                .query((row, number) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("payload"),
                        row.getTimestamp("writtenAt").toInstant(),
                        row.getBoolean("likeParked")))
                .optional();
    }

    /** In the transaction of the listeners, in the estate's role. */
    void markDone(UUID event, Instant now) {
        var marked = estate.sql("update cell.outbox set done_at = ? where id = ? and done_at is null")
                .params(Timestamp.from(now), event)
                .update();
        if (marked != 1) throw new IllegalStateException("event " + event + " was done by another");
    }

    /** Notes a failure. @return how many there have been */
    int noteFailure(UUID event, String failure, Instant now, OutboxProperties limits) {
        return dispatcher.call(jdbc -> {
            var failures = jdbc.sql(
                            "update outbox set attempts = attempts + 1, failure = ? where id = ? returning attempts")
                    .params(failure, event)
                    .query(Integer.class)
                    .single();
            if (failures < limits.attempts()) {
                var next = now.plus(limits.pauseAfter(failures));
                jdbc.sql("update outbox set not_before = ? where id = ?")
                        .params(Timestamp.from(next), event)
                        .update();
            }
            return failures;
        });
    }

    /** Puts every waiting event of the type aside, so that those behind don't overtake the one that failed. */
    void park(String estateRole, String type, Instant now) {
        dispatcher.run(jdbc -> jdbc.sql("update outbox set parked_at = ? where estate = ? and type = ? and " + WAITING)
                .params(Timestamp.from(now), estateRole, type)
                .update());
    }

    /** Lets parked events of the type run again, in their order. @return how many */
    int unpark(String estateRole, String type) {
        return dispatcher.call(jdbc -> jdbc.sql("""
                        update outbox set parked_at = null, attempts = 0, not_before = null
                        where estate = ? and type = ? and done_at is null and parked_at is not null
                        """).params(estateRole, type).update());
    }

    List<Parked> parked(String estateRole, int limit) {
        return dispatcher.call(jdbc -> jdbc.sql("""
                        select id, type, written_at, parked_at, attempts, failure from outbox
                        where estate = ? and done_at is null and parked_at is not null order by id limit ?
                        """)
                .params(estateRole, limit)
                .query((row, number) -> new Parked(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getTimestamp("written_at").toInstant(),
                        row.getTimestamp("parked_at").toInstant(),
                        row.getInt("attempts"),
                        row.getString("failure")))
                .list());
    }

    long pending(String estateRole) {
        return dispatcher.call(jdbc -> jdbc.sql("select count(*) from outbox where estate = ? and done_at is null")
                .param(estateRole)
                .query(Long.class)
                .single());
    }

    Backlog backlog() {
        return dispatcher.call(jdbc -> jdbc.sql("""
                        select (select count(*) from outbox where %1$s) as waiting,
                               (select count(*) from outbox where done_at is null and parked_at is not null) as parked,
                               (select min(written_at) from outbox where %1$s) as oldest
                        """.formatted(WAITING))
                .query((row, number) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new Backlog(
                            row.getLong("waiting"), row.getLong("parked"), oldest == null ? null : oldest.toInstant());
                })
                .single());
    }

    /** Forgets some of the events done before. @return whether there may be more */
    boolean cleanSome(Instant before) {
        return dispatcher.call(jdbc -> jdbc.sql(
                                "delete from outbox where id in (select id from outbox where done_at < ? limit ?)")
                        .params(Timestamp.from(before), CLEANED_AT_ONCE)
                        .update())
                == CLEANED_AT_ONCE;
    }
}
