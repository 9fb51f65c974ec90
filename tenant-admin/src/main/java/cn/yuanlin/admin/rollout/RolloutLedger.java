package cn.yuanlin.admin.rollout;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A roll-out as its worker reads and writes it: who works, which estate is next, what became of it. */
@Repository
class RolloutLedger {
    private final JdbcClient jdbc;

    RolloutLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An estate to be changed. @param attempts including this one */
    record Claimed(UUID estate, int attempts) {}

    /** The wave in hand. */
    record Wave(int number, int open, int failed) {}

    /**
     * Makes this transaction's connection the roll-out's only worker until it ends. A lock of its own rather than the
     * row's: pausing must not wait for a worker.
     */
    boolean hold(UUID rollout) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('rollout:' || :id, 0))")
                .param("id", rollout.toString())
                .query(Boolean.class)
                .single();
    }

    /** What a killed worker had begun is open again. For whoever holds the roll-out. */
    void reopen(UUID rollout) {
        jdbc.sql("update control.rollout_estate set state = 'PENDING' where rollout_id = :id and state = 'RUNNING'")
                .param("id", rollout)
                .update();
    }

    RolloutState state(UUID rollout) {
        return RolloutState.valueOf(jdbc.sql("select state from control.rollout where id = :id")
                .param("id", rollout)
                .query(String.class)
                .single());
    }

    /** The first wave that has estates left, or failed ones. Empty if all are done. */
    Optional<Wave> wave(UUID rollout) {
        return jdbc.sql("""
                        select wave, count(*) filter (where state in ('PENDING', 'RUNNING')) as open,
                               count(*) filter (where state = 'FAILED') as failed
                        from control.rollout_estate
                        where rollout_id = :id and state not in ('DONE', 'SKIPPED')
                        group by wave order by wave limit 1
                        """)
                .param("id", rollout)
                .query((row, number) -> new Wave(row.getInt("wave"), row.getInt("open"), row.getInt("failed")))
                .optional();
    }

    Optional<Claimed> claim(UUID rollout, int wave) {
        return jdbc.sql("""
                        update control.rollout_estate set state = 'RUNNING', attempts = attempts + 1
                        where rollout_id = :id and estate_id = (
                            select estate_id from control.rollout_estate
                            where rollout_id = :id and wave = :wave and state = 'PENDING'
                            order by estate_id limit 1 for update skip locked)
                        returning estate_id, attempts
                        """)
                .param("id", rollout)
                .param("wave", wave)
                .query((row, number) -> new Claimed(row.getObject("estate_id", UUID.class), row.getInt("attempts")))
                .optional();
    }

    void end(UUID rollout, UUID estate, String state, String detail, Instant now) {
        jdbc.sql("""
                        update control.rollout_estate set state = :state, detail = :detail, ended_at = :now
                        where rollout_id = :id and estate_id = :estate and state = 'RUNNING'
                        """)
                .param("id", rollout)
                .param("estate", estate)
                .param("state", state)
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
