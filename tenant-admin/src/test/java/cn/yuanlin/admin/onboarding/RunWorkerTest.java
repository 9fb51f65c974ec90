package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Drives workers by hand: kills them, doubles them, sends runs back. */
class RunWorkerTest extends CellTest {
    private static final Actor CLERK = new Actor("clerk-of-tests", "测试人员");

    @Autowired
    private RunStore runs;

    @Autowired
    private RunLedger ledger;

    @Autowired
    private List<OnboardingStep> steps;

    @Autowired
    private Estates estates;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient service;

    private UUID estate;

    @BeforeEach
    void anEstateWithThreeShops() {
        cell.shops(3);
        estate = verifiedEstate();
    }

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

    @ParameterizedTest
    @EnumSource(StepName.class)
    void aRunTakenBackFromAnyStepLeavesNothingBehindAndTheEstateStartsAfresh(StepName failing) {
        var run = run();
        worker(step -> step.name() == failing ? new Refusing(step) : step).work(run, () -> false);
        assertThat(runState(run)).isEqualTo("FAILED");

        assertThat(staff.post("/api/platform/onboarding-runs/" + run + "/compensation")
                        .status())
                .isEqualTo(200);
        untilRest(worker(), run);

        assertThat(runState(run)).isEqualTo("COMPENSATED");
        assertThat(stateOf(estate)).isEqualTo("VERIFIED");
        assertThat(cell.tenants()).doesNotContainKey(estate);
        assertThat(keycloak.organizationsOf(estate)).isZero();
        assertThat(keycloak.usernamesLike(slugOf(estate))).isEmpty();
        assertThat(placesTaken()).isZero();
        assertThat(rowsLeft()).isZero();
        var again = run();
        assertThat(worker().work(again, () -> false)).isInstanceOf(RunWorker.Turn.Rest.class);
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(StepName.class)
    void aWorkerKilledOnTheWayBackIsFollowedByOneThatFinishes(StepName fatal) {
        var run = run();
        worker(step -> step.name() == StepName.ACTIVATE ? new Refusing(step) : step)
                .work(run, () -> false);
        transaction.executeWithoutResult(
                status -> ledger.move(run, RunState.FAILED, RunState.COMPENSATING, clock.instant()));

        assertThatThrownBy(() -> worker(step -> step.name() == fatal ? new Deadly(step) : step)
                        .work(run, () -> false))
                .isInstanceOf(Killed.class);
        worker().work(run, () -> false);

        assertThat(runState(run)).isEqualTo("COMPENSATED");
        assertThat(cell.tenants()).doesNotContainKey(estate);
        assertThat(keycloak.organizationsOf(estate)).isZero();
        assertThat(placesTaken()).isZero();
        assertThat(rowsLeft()).isZero();
    }

    @Test
    void patienceEndsInAFailureAClerkUnderstands() {
        var run = run();
        cell.goAway();

        var impatient = worker(new OnboardingSettings(Duration.ofNanos(1), Duration.ofMillis(1)), step -> step);
        untilRest(impatient, run);

        var shown = staff.get("/api/platform/onboarding-runs/" + run).json();
        assertThat(shown.path("state").asString()).isEqualTo("FAILED");
        assertThat(shown.path("steps").get(1).path("detail").asString()).contains("连不上", "手动重试");
    }

    @Test
    void anAccountThatSomebodyElseHasIsNotTakenOver() {
        keycloak.account(slugOf(estate) + "-committee");

        untilRest(worker(), run());

        assertThat(keycloak.membersOf(estate)).containsExactly(slugOf(estate) + "-committee-2");
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

    /** A run that no scheduler knows of. */
    private UUID run() {
        var workbook = uploaded(estate, "right");
        var run = ids.next();
        transaction.executeWithoutResult(status -> runs.create(run, estate, workbook, CLERK, clock.instant()));
        return run;
    }

    private RunWorker worker() {
        return worker(step -> step);
    }

    private RunWorker worker(UnaryOperator<OnboardingStep> change) {
        return worker(new OnboardingSettings(Duration.ofMinutes(1), Duration.ofMillis(1)), change);
    }

    private RunWorker worker(OnboardingSettings settings, UnaryOperator<OnboardingStep> change) {
        return new RunWorker(ledger, steps.stream().map(change).toList(), estates, audit, transaction, settings, clock);
    }

    private static RunWorker.Turn untilRest(RunWorker worker, UUID run) {
        var turn = worker.work(run, () -> false);
        while (!(turn instanceof RunWorker.Turn.Rest)) {
            turn = worker.work(run, () -> false);
        }
        return turn;
    }

    private String slugOf(UUID id) {
        return staff.get("/api/platform/estates/" + id).json().path("slug").asString();
    }

    private int placesTaken() {
        return owner.sql("select estates from control.cell where code = ?")
                .param(cellCode)
                .query(Integer.class)
                .single();
    }

    /** Whatever of the run could trip the next one. */
    private int rowsLeft() {
        return owner.sql("""
                        select (select count(*) from control.shop_listing where estate_id = :estate)
                             + (select count(*) from control.shop where community_id = :community)
                             + (select count(*) from control.estate_directory where estate_id = :estate)
                             + (select count(*) from control.invitation where estate_id = :estate)
                             + (select count(*) from control.workbook where estate_id = :estate and state <> 'DISCARDED')
                             + (select count(*) from control.estate where id = :estate
                                and (cell is not null or schema_version is not null or households is not null))
                        """)
                .param("estate", estate)
                .param("community", community)
                .query(Integer.class)
                .single();
    }

    private static final class Killed extends Error {
        Killed() {
            super("kill -9", null, false, false);
        }
    }

    /** Does all of its work, and dies before anybody writes it down. */
    private record Deadly(OnboardingStep step) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            step.execute(work);
            throw new Killed();
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
            throw new Killed();
        }
    }

    /** Does all of its work, and loses the connection on which it would be recorded. */
    private record Disconnecting(OnboardingStep step, JdbcClient service) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            var outcome = step.execute(work);
            var connection =
                    service.sql("select pg_backend_pid()").query(Integer.class).single();
            JdbcClient.create(ControlDatabase.asService())
                    .sql("select pg_terminate_backend(?)")
                    .param(connection)
                    .query(Boolean.class)
                    .single();
            return outcome;
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }

    /** Does its work out there, and then fails all the same. */
    private record Refusing(OnboardingStep step) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            if (step.name() != StepName.ACTIVATE) {
                step.execute(work);
            }
            return new StepOutcome.Refused("测试中的失败");
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }

    private record Counting(OnboardingStep step, AtomicInteger atWork, ConcurrentHashMap<StepName, Integer> executed)
            implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            assertThat(atWork.incrementAndGet()).isEqualTo(1);
            try {
                executed.merge(step.name(), 1, Integer::sum);
                return step.execute(work);
            } finally {
                atWork.decrementAndGet();
            }
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }
}
