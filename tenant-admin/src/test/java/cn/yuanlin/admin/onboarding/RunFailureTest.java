package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void anAccountThatSomebodyElseHasIsNotTakenOver() {
        keycloak.account(slugOf(estate) + "-committee");

        untilRest(worker(), run());

        assertThat(keycloak.membersOf(estate)).containsExactly(slugOf(estate) + "-committee-2");
    }
}
