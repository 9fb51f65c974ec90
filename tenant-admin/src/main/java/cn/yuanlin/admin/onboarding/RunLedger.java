package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a run stands and what each step came to, as the worker reads and writes it. Every change is conditional. */
@Repository
class RunLedger {
    private final JdbcClient jdbc;

    RunLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run as its worker holds it. */
    record Held(UUID id, UUID estate, UUID workbook, RunState state, Actor startedBy) {}

    /** A step as its worker takes it up. */
    record Begun(StepName step, StepState state, Instant since) {}

    /**
     * Holds the run until the transaction ends: whoever holds it works on it, nobody else. A killed holder's connection
     * dies with it, and the run is free at once.
     *
     * @return empty if another holds it, or there is nothing to do
     */
    Optional<Held> hold(UUID run) {
        return jdbc.sql("""
                        select * from control.onboarding_run
                        where id = :id and state in ('RUNNING', 'COMPENSATING') for update skip locked
                        """)
                .param("id", run)
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getObject("estate_id", UUID.class),
                        row.getObject("workbook_id", UUID.class),
                        RunState.valueOf(row.getString("state")),
                        new Actor(row.getString("started_by_subject"), row.getString("started_by_name"))))
                .optional();
    }

    RunState state(UUID run) {
        return RunState.valueOf(jdbc.sql("select state from control.onboarding_run where id = :id")
                .param("id", run)
                .query(String.class)
                .single());
    }

    /** The first step that is not done; empty if all are. */
    Optional<StepName> nextForward(UUID run) {
        return step(run, "state <> 'DONE' order by number");
    }

    /**
     * The last step that may have left something; empty if none has. The estate has its place since its first upload,
     * whether the run came that far or not.
     */
    Optional<StepName> nextBackward(UUID run) {
        return step(
                run,
                "(state in ('DONE', 'RUNNING', 'FAILED') or step = 'PLACE' and state = 'PENDING') order by number desc");
    }

    private Optional<StepName> step(UUID run, String condition) {
        return jdbc.sql("select step from control.onboarding_step where run_id = :run and " + condition + " limit 1")
                .param("run", run)
                .query(String.class)
                .optional()
                .map(StepName::valueOf);
    }

    /** Takes a step up, or up again. */
    Begun begin(UUID run, StepName step, Instant now) {
        return jdbc.sql("""
                        update control.onboarding_step set attempts = attempts + 1, ended_at = null,
                            started_at = case when state = 'RUNNING' then coalesce(started_at, :now) else :now end,
                            state = 'RUNNING'
                        where run_id = :run and step = :step
                        returning started_at
                        """)
                .param("run", run)
                .param("step", step.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Begun(
                        step,
                        StepState.RUNNING,
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .single();
    }

    void end(UUID run, StepName step, StepState state, String detail, Instant now) {
        jdbc.sql("""
                        update control.onboarding_step set state = :state, detail = :detail, ended_at = :now
                        where run_id = :run and step = :step and state = 'RUNNING'
                        """)
                .param("run", run)
                .param("step", step.name())
                .param("state", state.name())
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The step waits to be tried again by itself. */
    void waiting(UUID run, StepName step, String detail) {
        jdbc.sql("""
                        update control.onboarding_step set detail = :detail
                        where run_id = :run and step = :step and state = 'RUNNING'
                        """)
                .param("run", run)
                .param("step", step.name())
                .param("detail", detail)
                .update();
    }

    /** @return false if the run was not in {@code from}, or a worker holds it just now */
    boolean move(UUID run, RunState from, RunState to, Instant now) {
        return jdbc.sql("""
                                update control.onboarding_run set state = :to,
                                    ended_at = case when :to in ('DONE', 'COMPENSATED') then cast(:now as timestamptz) end
                                where id = (select id from control.onboarding_run
                                            where id = :run and state = :from for update skip locked)
                                """)
                        .param("run", run)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
