package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.rotation.Rotation.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cell's table of rotations, in the registrar's transaction. */
final class RotationStore {
    private RotationStore() {}

    static Optional<Rotation> find(JdbcClient jdbc, UUID estate) {
        return jdbc.sql("select stage, since, ordered_at from key_rotation where estate_id = ?")
                .param(estate)
                .query((row, number) -> new Rotation(
                        Stage.valueOf(row.getString(1)),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** Changes nothing of a rotation that is under way. */
    static void order(JdbcClient jdbc, UUID estate, Instant now) {
        jdbc.sql("""
                        insert into key_rotation as r (estate_id, stage, since, ordered_at) values (?, 'ORDERED', ?, ?)
                        on conflict (estate_id) do update
                            set stage = 'ORDERED', since = excluded.since, ordered_at = excluded.ordered_at, horizon = null
                            where r.stage = 'DONE'
                        """).params(estate, Timestamp.from(now), Timestamp.from(now)).update();
    }

    /**
     * Held until the transaction ends, against the estate's removal and against others who turn its keys.
     *
     * @return whether it is where it was: another process that was thought dead may have been here, or a whole rotation gone by
     */
    static boolean lock(JdbcClient jdbc, UUID estate, Rotation was) {
        return jdbc.sql("""
                        select r.stage = ? and r.ordered_at = ?
                        from estate e join key_rotation r on r.estate_id = e.id where e.id = ? for update
                        """)
                .params(was.stage().name(), Timestamp.from(was.orderedAt()), estate)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static void move(JdbcClient jdbc, UUID estate, Stage to, Instant now) {
        jdbc.sql("update key_rotation set stage = ?, since = ? where estate_id = ?")
                .params(to.name(), Timestamp.from(now), estate)
                .update();
    }

    /** Whoever writes and has not seen what was committed before this transaction is older than the horizon it sets. */
    static void setHorizon(JdbcClient jdbc, UUID estate) {
        jdbc.sql("update key_rotation set horizon = pg_snapshot_xmax(pg_current_snapshot()) where estate_id = ?")
                .param(estate)
                .update();
    }

    /** Whether all that could write with the former keys have ended. */
    static boolean horizonPassed(JdbcClient jdbc, UUID estate) {
        return jdbc.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot()) >= horizon from key_rotation where estate_id = ?
                        """).param(estate).query(Boolean.class).single();
    }
}
