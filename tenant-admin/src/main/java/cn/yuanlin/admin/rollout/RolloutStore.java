package cn.yuanlin.admin.rollout;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.shared.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roll-outs as administrators read and steer them. */
@Repository
class RolloutStore {
    private static final int FAILURES_SHOWN = 100;

    private final JdbcClient jdbc;

    RolloutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> newestVersion() {
        return jdbc.sql("select max(schema_version) from control.cell").query(Integer.class).list().stream()
                .flatMap(version -> Optional.ofNullable(version).stream())
                .findFirst();
    }

    /** Of these, the ones that are not to be changed. */
    List<UUID> notOutdated(List<UUID> estates, int version) {
        return jdbc.sql("""
                        select c.id from unnest(:estates) as c (id)
                        where not exists (select from control.estate e where e.id = c.id and e.schema_version < :version
                                          and e.state in ('PROVISIONING', 'ACTIVE', 'SUSPENDED'))
                        """)
                .param("estates", estates.toArray(UUID[]::new))
                .param("version", version)
                .query(UUID.class)
                .list();
    }

    /** @return false if another roll-out is under way */
    boolean create(UUID id, int version, int parallelism, Actor by, Instant now) {
        return jdbc.sql("""
                                insert into control.rollout
                                    (id, to_version, parallelism, created_at, started_by_subject, started_by_name)
                                values (:id, :version, :parallelism, :now, :subject, :name) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("parallelism", parallelism)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("subject", String.valueOf(by.subject()))
                        .param("name", by.name())
                        .update()
                == 1;
    }

    /**
     * Draws up all waves in one statement, from the version rows alone.
     *
     * @param bounds cumulative sizes of the waves after the canaries; what is left over is one more wave
     * @return how many estates are to be changed
     */
    int drawUp(UUID id, int version, List<UUID> canaries, int[] bounds) {
        return jdbc.sql("""
                        insert into control.rollout_estate (rollout_id, estate_id, wave, from_version)
                        select :id, o.id,
                               case when o.canary then 0
                                    else 1 + (select count(*) from unnest(:bounds) as b (bound) where o.place > b.bound) end,
                               o.schema_version
                        from (select e.id, e.schema_version, c.canary,
                                     row_number() over (partition by c.canary order by e.id) as place
                              from control.estate e cross join lateral (select e.id = any(:canaries) as canary) c
                              where e.schema_version < :version and e.state in ('PROVISIONING', 'ACTIVE', 'SUSPENDED')) o
                        """)
                .param("id", id)
                .param("version", version)
                .param("canaries", canaries.toArray(UUID[]::new))
                .param("bounds", bounds)
                .update();
    }

    boolean move(UUID id, List<RolloutState> from, RolloutState to, Instant now) {
        return jdbc.sql("""
                                update control.rollout set state = :to,
                                    started_at = case when :to = 'RUNNING' then coalesce(started_at, :now) else started_at end,
                                    ended_at = case when :to in ('DONE', 'FAILED') then cast(:now as timestamptz) end
                                where id = :id and state = any(:from)
                                """)
                        .param("id", id)
                        .param("from", from.stream().map(RolloutState::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Failed estates get another chance. */
    void forgive(UUID id) {
        jdbc.sql("""
                        update control.rollout_estate set state = 'PENDING', attempts = 0, detail = null
                        where rollout_id = :id and state = 'FAILED'
                        """).param("id", id).update();
    }

    Optional<Rollout> find(UUID id) {
        return jdbc.sql("select * from control.rollout where id = :id")
                .param("id", id)
                .query((row, number) -> read(row, waves(List.of(id)).getOrDefault(id, List.of()), failures(id)))
                .optional();
    }

    /** Newest first; which estates failed is told by {@link #find} alone. */
    List<Rollout> list(PageQuery page) {
        var bare = jdbc.sql("""
                        select * from control.rollout where (cast(:after as uuid) is null or id < :after)
                        order by id desc limit :limit
                        """)
                .param("after", page.positionId())
                .param("limit", page.fetch())
                .query((row, number) -> read(row, List.of(), List.of()))
                .list();
        var waves = waves(bare.stream().map(Rollout::id).toList());
        return bare.stream()
                .map(rollout -> rollout.with(waves.getOrDefault(rollout.id(), List.of())))
                .toList();
    }

    /** Estates of the roll-outs that are not done, in that state. */
    int estatesInHand(String state) {
        return jdbc.sql("""
                        select count(*) from control.rollout r join control.rollout_estate e on e.rollout_id = r.id
                        where r.state <> 'DONE' and e.state = :state
                        """).param("state", state).query(Integer.class).single();
    }

    private Map<UUID, List<Rollout.Wave>> waves(List<UUID> rollouts) {
        var waves = new HashMap<UUID, List<Rollout.Wave>>();
        jdbc.sql("""
                        select rollout_id, wave, count(*) as total,
                               count(*) filter (where state in ('DONE', 'SKIPPED')) as done,
                               count(*) filter (where state = 'FAILED') as failed
                        from control.rollout_estate where rollout_id = any(:rollouts)
                        group by rollout_id, wave order by rollout_id, wave
                        """).param("rollouts", rollouts.toArray(UUID[]::new)).query(row -> {
            waves.computeIfAbsent(row.getObject("rollout_id", UUID.class), id -> new ArrayList<>())
                    .add(new Rollout.Wave(
                            row.getInt("wave"),
                            row.getInt("wave") == 0,
                            row.getInt("total"),
                            row.getInt("done"),
                            row.getInt("failed")));
        });
        return waves;
    }

    private List<Rollout.Failure> failures(UUID id) {
        return jdbc.sql("""
                        select r.estate_id, e.name, r.detail from control.rollout_estate r
                        join control.estate e on e.id = r.estate_id
                        where r.rollout_id = :id and r.state = 'FAILED' order by r.wave, r.estate_id limit :limit
                        """)
                .param("id", id)
                .param("limit", FAILURES_SHOWN)
                .query((row, number) -> new Rollout.Failure(
                        row.getObject("estate_id", UUID.class), row.getString("name"), row.getString("detail")))
                .list();
    }

    private static Rollout read(ResultSet row, List<Rollout.Wave> waves, List<Rollout.Failure> failures)
            throws SQLException {
        return new Rollout(
                row.getObject("id", UUID.class),
                row.getInt("to_version"),
                RolloutState.valueOf(row.getString("state")),
                row.getInt("parallelism"),
                waves,
                failures,
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("started_by_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
