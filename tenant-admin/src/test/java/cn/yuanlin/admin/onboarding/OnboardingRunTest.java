package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.CellTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OnboardingRunTest extends CellTest {
    @Test
    void bringsAVerifiedEstateToLifeFromItsWorkbook() {
        cell.shops(3);
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));

        await().until(() -> runState(run).equals("DONE"));

        var tenant = cell.tenants().get(estate);
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
        assertThat(tenant.state()).isEqualTo("ACTIVE");
        assertThat(tenant.directory()).containsExactly("小店1", "小店2", "小店3");
        assertThat(tenant.members()).hasSize(1);
        assertThat(keycloak.organizationsOf(estate)).isEqualTo(1);
        assertThat(keycloak.membersOf(estate)).hasSize(1);
        var shown = staff.get("/api/platform/onboarding-runs/" + run).json();
        assertThat(shown.path("steps")).hasSize(9).allSatisfy(step -> {
            assertThat(step.path("state").asString()).isEqualTo("DONE");
            assertThat(step.path("attempts").asInt()).isEqualTo(1);
            assertThat(step.path("detail").asString()).isNotEmpty();
        });
        assertThat(staff.get("/api/platform/estates/" + estate)
                        .json()
                        .path("households")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void everyActOfARunIsInTheAuditTrail() {
        var estate = activeEstate();

        assertThat(actsOn(estate))
                .contains(
                        "estate.enter",
                        "estate.verify",
                        "workbook.upload",
                        "onboarding.start",
                        "committee.invite",
                        "estate.activate",
                        "onboarding.done");
    }

    @Test
    void aRefusalOfTheCellEndsInAClearFailureAndARetryGoesOnFromThere() {
        cell.refuseWhere(call -> call.endsWith("/import"));
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));
        await().until(() -> runState(run).equals("FAILED"));
        assertThat(step(run, "IMPORT").path("detail").asString()).isEqualTo("单元说不行");
        assertThat(stateOf(estate)).isEqualTo("PROVISIONING");

        cell.refuseWhere(call -> false);
        assertThat(staff.post("/api/platform/onboarding-runs/" + run + "/retry").status())
                .isEqualTo(200);
        await().until(() -> runState(run).equals("DONE"));

        assertThat(cell.schemasMade()).isEqualTo(1);
        assertThat(step(run, "SCHEMA").path("attempts").asInt()).isEqualTo(1);
        assertThat(step(run, "IMPORT").path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void aCellThatIsAwayIsWaitedFor() {
        var estate = verifiedEstate();
        var workbook = uploaded(estate, "right");
        cell.goAway();
        var run = startedRun(estate, workbook);
        await().until(() -> step(run, "VERIFY").path("attempts").asInt() > 1);
        assertThat(runState(run)).isEqualTo("RUNNING");

        cell.comeBack();

        await().until(() -> runState(run).equals("DONE"));
    }

    @Test
    void keycloakThatIsAwayIsWaitedFor() {
        var estate = verifiedEstate();
        var workbook = uploaded(estate, "right");
        keycloak.goAway();
        var run = startedRun(estate, workbook);
        await().until(() -> step(run, "ORGANIZATION").path("attempts").asInt() > 1);

        keycloak.comeBack();

        await().until(() -> runState(run).equals("DONE"));
        assertThat(keycloak.organizationsOf(estate)).isEqualTo(1);
    }

    @Test
    void aWorkbookWithErrorsStartsNothing() {
        var estate = verifiedEstate();
        var workbook = uploaded(estate, "wrong");

        var answer = staff.post("/api/platform/estates/" + estate + "/onboarding-runs", Map.of("workbookId", workbook));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("1处错误");
    }

    @Test
    void aWorkbookThatTheCellHasDeletedStartsNothingAndIsOfferedNoMore() {
        var estate = verifiedEstate();
        var workbook = uploaded(estate, "right");
        cell.tenants().get(estate).forgetUploads();

        var answer = staff.post("/api/platform/estates/" + estate + "/onboarding-runs", Map.of("workbookId", workbook));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/workbook-gone");
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(stateOf(estate)).isEqualTo("VERIFIED");
    }

    @Test
    void anEstateHasOneRunAtATime() {
        cell.breakWhere(call -> call.endsWith("/schema"));
        var estate = verifiedEstate();
        var workbook = uploaded(estate, "right");
        startedRun(estate, workbook);

        var second = staff.post("/api/platform/estates/" + estate + "/onboarding-runs", Map.of("workbookId", workbook));

        assertThat(second.status()).isEqualTo(409);
        cell.breakWhere(call -> false);
        await().until(() -> stateOf(estate).equals("ACTIVE"));
    }

    @Test
    void manyRunsGoOnAtOnce() {
        var runs = new ArrayList<UUID>();
        for (var number = 0; number < 12; number++) {
            var estate = verifiedEstate();
            runs.add(startedRun(estate, uploaded(estate, "right")));
        }

        await().until(() -> runs.stream().allMatch(run -> runState(run).equals("DONE")));

        assertThat(cell.schemasMade()).isEqualTo(12);
    }

    @Test
    void theOrderOfAKilledProcessIsTakenOverWithinSeconds() {
        cell.refuseWhere(call -> call.endsWith("/import"));
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));
        await().until(() -> runState(run).equals("FAILED"));
        cell.refuseWhere(call -> false);
        owner.sql("update control.onboarding_run set state = 'RUNNING' where id = ?")
                .param(run)
                .update();

        owner.sql("""
                        insert into control.scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('onboarding-run', ?, now() - interval '20 s', true, 'killed', now() - interval '9 s', 2)
                        """).param(run + "/killed").update();

        await().atMost(Duration.ofSeconds(30)).until(() -> runState(run).equals("DONE"));
    }

    @Test
    void staffOfAnotherOfficeSeeNoRun() {
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));
        var others = api.as(scene.staffOf(scene.communityBelow(scene.street())));

        assertThat(others.get("/api/platform/onboarding-runs/" + run).status()).isEqualTo(404);
        assertThat(others.get("/api/platform/onboarding-runs").json().path("items"))
                .isEmpty();
        await().until(() -> runState(run).equals("DONE"));
    }

    private JsonNode step(UUID run, String name) {
        for (var step : staff.get("/api/platform/onboarding-runs/" + run).json().path("steps")) {
            if (step.path("step").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("no step " + name);
    }

    private java.util.List<String> actsOn(UUID estate) {
        return owner.sql("select act from control.audit_event where subject_id = ?")
                .param(estate.toString())
                .query(String.class)
                .list();
    }
}
