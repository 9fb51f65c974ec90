package cn.yuanlin.admin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.CellTest;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FiguresTest extends CellTest {
    @Autowired
    private MeterRegistry registry;

    @Test
    void aRunThatWaitsForAPersonShows() {
        var before = failedRuns();
        cell.refuseWhere(call -> call.endsWith("/import"));
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));
        await().until(() -> runState(run).equals("FAILED"));

        assertThat(failedRuns()).isEqualTo(before + 1);
    }

    @Test
    void whatIsDueAndNotBegunShowsAsLag() {
        owner.sql("""
                        insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('no-such-task', 'waiting', now() - interval '1 hour', false, 1)
                        """).update();
        try {
            assertThat(registry.get("yuanlin.job.lag").gauge().value()).isBetween(3600.0, 3700.0);
        } finally {
            owner.sql("delete from control.scheduled_tasks where task_name = 'no-such-task'")
                    .update();
        }
    }

    @Test
    void withoutARolloutNoEstateIsInHand() {
        owner.sql("update control.rollout set state = 'DONE' where state <> 'DONE'")
                .update();

        assertThat(registry.get("yuanlin.rollout.estates")
                        .tag("state", "PENDING")
                        .gauge()
                        .value())
                .isZero();
    }

    private double failedRuns() {
        return registry.get("yuanlin.onboarding.runs")
                .tag("state", "FAILED")
                .gauge()
                .value();
    }
}
