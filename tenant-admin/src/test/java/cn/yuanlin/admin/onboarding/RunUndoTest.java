package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.onboarding.WrongSteps.Deadly;
import cn.yuanlin.admin.onboarding.WrongSteps.Killed;
import cn.yuanlin.admin.onboarding.WrongSteps.Refusing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is taken back leaves nothing that the next one could trip over. */
class RunUndoTest extends RunWorkerTest {
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
    @ValueSource(strings = {"ACTIVE", "SUSPENDED"})
    void anEstateThatTheCellHadOpenedIsShutBeforeItIsDropped(String inTheCell) {
        var run = run();
        worker(step -> step.name() == StepName.ACTIVATE ? new Refusing(step) : step)
                .work(run, () -> false);
        cell.tenants().get(estate).turn(inTheCell);
        cell.tenants().get(estate).loseTable();
        transaction.executeWithoutResult(
                status -> ledger.move(run, RunState.FAILED, RunState.COMPENSATING, clock.instant()));

        worker().work(run, () -> false);

        assertThat(runState(run)).isEqualTo("COMPENSATED");
        assertThat(cell.tenants()).doesNotContainKey(estate);
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
}
