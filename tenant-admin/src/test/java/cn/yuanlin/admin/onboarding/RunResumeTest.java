package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.onboarding.WrongSteps.Counting;
import cn.yuanlin.admin.onboarding.WrongSteps.Deadly;
import cn.yuanlin.admin.onboarding.WrongSteps.Disconnecting;
import cn.yuanlin.admin.onboarding.WrongSteps.Killed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A run goes on where a worker left it, and nothing is done twice. */
class RunResumeTest extends RunWorkerTest {
    @Autowired
    private JdbcClient service;

    @ParameterizedTest
    @EnumSource(StepName.class)
    void aRunWhoseWorkerDiesBeforeTheStepIsRecordedGoesOnAndDoesNothingTwice(StepName fatal) {
        var run = run();

        assertThatThrownBy(() -> worker(step -> step.name() == fatal ? new Deadly(step) : step)
                        .work(run, () -> false))
                .isInstanceOf(Killed.class);
        assertThat(worker().work(run, () -> false)).isInstanceOf(RunWorker.Turn.Rest.class);

        assertThat(runState(run)).isEqualTo("DONE");
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
        assertThat(cell.schemasMade()).isEqualTo(1);
        assertThat(keycloak.organizationsOf(estate)).isEqualTo(1);
        assertThat(keycloak.usernamesLike(slugOf(estate))).containsExactly(slugOf(estate) + "-committee");
        assertThat(cell.tenants().get(estate).members()).hasSize(1);
        assertThat(cell.tenants().get(estate).directory()).hasSize(3);
        assertThat(placesTaken()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(StepName.class)
    void aRunWhoseDatabaseConnectionIsCutInTheMiddleOfAStepIsNoFailure(StepName fatal) {
        var run = run();

        assertThatThrownBy(() -> worker(step -> step.name() == fatal ? new Disconnecting(step, service) : step)
                        .work(run, () -> false))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);
        assertThat(runState(run)).isEqualTo("RUNNING");
        worker().work(run, () -> false);

        assertThat(runState(run)).isEqualTo("DONE");
        assertThat(cell.schemasMade()).isEqualTo(1);
        assertThat(keycloak.organizationsOf(estate)).isEqualTo(1);
        assertThat(placesTaken()).isEqualTo(1);
    }

    @Test
    void twoWorkersNeverDoAStepOfOneRunAtTheSameTime() throws Exception {
        var run = run();
        var atWork = new AtomicInteger();
        var executed = new ConcurrentHashMap<StepName, Integer>();
        UnaryOperator<OnboardingStep> counting = step -> new Counting(step, atWork, executed);

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(
                    pool.submit(() -> untilRest(worker(counting), run)),
                    pool.submit(() -> untilRest(worker(counting), run)));
            for (Future<?> one : both) {
                one.get();
            }
        }

        assertThat(runState(run)).isEqualTo("DONE");
        assertThat(executed).hasSize(9);
        assertThat(executed.values()).containsOnly(1);
    }

    @Test
    void stoppingLetsTheStepInHandFinishAndBeginsNoOther() {
        var run = run();
        var begun = new AtomicInteger();

        var turn = worker().work(run, () -> begun.incrementAndGet() > 2);

        assertThat(turn).isEqualTo(new RunWorker.Turn.Later(Duration.ZERO));
        assertThat(staff.get("/api/platform/onboarding-runs/" + run)
                        .json()
                        .path("steps")
                        .findValuesAsString("state"))
                .startsWith("DONE", "DONE", "PENDING");
        worker().work(run, () -> false);
    }
}
