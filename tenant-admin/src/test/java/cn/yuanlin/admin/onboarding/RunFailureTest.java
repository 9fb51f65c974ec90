package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.onboarding.WrongSteps.Mistaken;
import cn.yuanlin.admin.support.ControlDatabase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
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
        assertThat(shown.path("steps").get(0).path("detail").asString()).contains("连不上", "手动重试");
    }

    /** Found by the first step, before anything was made for it. */
    @Test
    void aWorkbookThatTheCellHasDeletedFailsTheRunAndIsOfferedNoMore() {
        var run = run();
        cell.tenants().get(estate).forgetUploads();

        untilRest(worker(), run);

        var shown = staff.get("/api/platform/onboarding-runs/" + run).json();
        assertThat(shown.path("state").asString()).isEqualTo("FAILED");
        assertThat(shown.path("steps").get(0).path("detail").asString()).contains("已被清除", "30天");
        assertThat(stateOf(estate)).isEqualTo("VERIFIED");
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aWorkbookThatIsDeletedWhileTheRunWaitsIsToldForWhatItIs() {
        var run = run();
        cell.refuseWhere(call -> call.endsWith("/import"));
        untilRest(worker(), run);
        cell.refuseWhere(call -> false);
        cell.tenants().get(estate).forgetUploads();
        transaction.executeWithoutResult(
                status -> ledger.move(run, RunState.FAILED, RunState.RUNNING, clock.instant()));

        untilRest(worker(), run);

        assertThat(staff.get("/api/platform/onboarding-runs/" + run).text()).contains("已被清除（上传后保留30天），请撤销后重新上传");
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

    @Test
    void aNameThatAnOfficeIsJustTakingIsNotTakenAtTheSameTime() throws Exception {
        var name = slugOf(estate) + "-committee";
        var run = run();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var office = ControlDatabase.asOwner().getConnection()) {
            office.setAutoCommit(false);
            try (var lock = office.prepareStatement(
                    "select pg_advisory_xact_lock(hashtextextended('office-staff:' || ?, 0))")) {
                lock.setString(1, name);
                lock.execute();
            }
            var worked = threads.submit(() -> untilRest(worker(), run));
            await().until(() -> ControlDatabase.isWaitedFor(office) || worked.isDone());
            keycloak.account(name, Set.of(community));
            office.commit();
            worked.get();
        }

        assertThat(keycloak.membersOf(estate)).containsExactly(name + "-2");
    }

    @Test
    void anAccountThatAnOfficeMadeAfterTheIntentIsNeitherTakenNorDeleted() {
        var name = slugOf(estate) + "-committee";
        var run = run();
        owner.sql("insert into control.invitation (estate_id, username, invited_at) values (?, ?, now())")
                .params(estate, name)
                .update();
        keycloak.account(name, Set.of(community));

        untilRest(worker(), run);
        assertThat(runState(run)).isEqualTo("FAILED");
        staff.post("/api/platform/onboarding-runs/" + run + "/compensation");
        untilRest(worker(), run);

        assertThat(runState(run)).isEqualTo("COMPENSATED");
        assertThat(keycloak.usernamesLike(slugOf(estate))).containsExactly(name);
        assertThat(rowsLeft()).isZero();
    }
}
