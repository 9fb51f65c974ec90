package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.onboarding.WrongSteps.Mistaken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong for good ends in a failure a clerk understands, and can decide about. */
class RunFailureTest extends RunWorkerTest {
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

    /** Nobody foresaw this kind of exception: it must not be tried for ever. */
    @Test
    void anUnexpectedFaultFailsTheRunAndItCanBeTakenBack() {
        var run = run();
        var mistaken = worker(step -> step.name() == StepName.SCHEMA ? new Mistaken(step) : step);

        assertThat(mistaken.work(run, () -> false)).isInstanceOf(RunWorker.Turn.Rest.class);

        assertThat(runState(run)).isEqualTo("FAILED");
        assertThat(staff.post("/api/platform/onboarding-runs/" + run + "/compensation")
                        .status())
                .isEqualTo(200);
        untilRest(worker(), run);
        assertThat(runState(run)).isEqualTo("COMPENSATED");
    }

    @Test
    void anAccountThatSomebodyElseHasIsNotTakenOver() {
        keycloak.account(slugOf(estate) + "-committee");

        untilRest(worker(), run());

        assertThat(keycloak.membersOf(estate)).containsExactly(slugOf(estate) + "-committee-2");
    }
}
