package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.shared.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs as staff read them, and as they are begun. */
@Repository
class RunStore {
    private static final String SELECT = """
            select r.*, e.name as estate_name, e.slug, e.community_id from control.onboarding_run r
            join control.estate e on e.id = r.estate_id
            """;

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if the estate has a run that is neither done nor taken back */
    boolean create(UUID id, UUID estate, UUID workbook, Actor by, Instant now) {
        var created = jdbc.sql("""
                        insert into control.onboarding_run
                            (id, estate_id, workbook_id, started_at, started_by_subject, started_by_name)
                        values (:id, :estate, :workbook, :now, :subject, :name) on conflict do nothing
                        """)
                .param("id", id)
                .param("estate", estate)
                .param("workbook", workbook)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subject", String.valueOf(by.subject()))
                .param("name", by.name())
                .update();
        if (created == 0) {
            return false;
        }
        for (var step : StepName.values()) {
            jdbc.sql("insert into control.onboarding_step (run_id, number, step) values (:run, :number, :step)")
                    .param("run", id)
                    .param("number", step.number())
                    .param("step", step.name())
                    .update();
        }
        return true;
    }

    Optional<Run> find(Area area, UUID id) {
        return jdbc
                .sql(SELECT + "where r.id = :id and (:everywhere or e.community_id = any(:offices))")
                .param("id", id)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .query(RunStore::read)
                .list()
                .stream()
                .map(row -> row.with(steps(List.of(row.id())).getOrDefault(row.id(), List.of())))
                .findFirst();
    }

    /** Newest first. */
    List<Run> list(Area area, @Nullable RunState state, PageQuery page) {
        var rows = jdbc.sql(SELECT + """
                                where (:everywhere or e.community_id = any(:offices))
                                  and (cast(:state as text) is null or r.state = :state)
                                  and (cast(:after as uuid) is null or r.id < :after)
                                order by r.id desc limit :limit
                                """)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .param("state", state == null ? null : state.name())
                .param("after", page.positionId())
                .param("limit", page.fetch())
                .query(RunStore::read)
                .list();
        var steps = steps(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(steps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    int count(RunState state) {
        return jdbc.sql("select count(*) from control.onboarding_run where state = :state")
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    private Map<UUID, List<Run.Step>> steps(List<UUID> runs) {
        var byRun = new LinkedHashMap<UUID, List<Run.Step>>();
        jdbc.sql("select * from control.onboarding_step where run_id = any(:runs) order by run_id, number")
                .param("runs", runs.toArray(UUID[]::new))
                .query(row -> {
                    byRun.computeIfAbsent(row.getObject("run_id", UUID.class), run -> new ArrayList<>())
                            .add(step(row));
                });
        return byRun;
    }

    private static Run.Step step(ResultSet row) throws SQLException {
        var name = StepName.valueOf(row.getString("step"));
        return new Run.Step(
                name,
                name.title(),
                StepState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("detail"));
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Run.EstateRef(
                        row.getObject("estate_id", UUID.class), row.getString("estate_name"), row.getString("slug")),
                row.getObject("workbook_id", UUID.class),
                RunState.valueOf(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("started_by_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Row(
            UUID id,
            Run.EstateRef estate,
            UUID workbook,
            RunState state,
            Instant startedAt,
            @Nullable Instant endedAt,
            String startedBy) {
        Run with(List<Run.Step> steps) {
            return new Run(id, estate, workbook, state, steps, startedAt, endedAt, startedBy);
        }
    }
}
