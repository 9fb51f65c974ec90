package cn.yuanlin.admin.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RolloutTest extends CellTest {
    private static final AtomicInteger VERSIONS = new AtomicInteger(1000);

    @Autowired
    private RolloutWorker worker;

    private Api admin;
    private int version;

    /** Only this test's estates are behind: the others are taken to be further than any release. */
    @BeforeEach
    void aNewRelease() {
        admin = api.as(TokenIssuer.platformAdmin());
        version = VERSIONS.incrementAndGet();
        endAll();
        owner.sql("update control.estate set schema_version = 1000000 where schema_version is not null")
                .update();
        owner.sql("update control.cell set url = 'http://127.0.0.1:9', schema_version = null where code <> ?")
                .param(cellCode)
                .update();
        cell.release(version);
    }

    @AfterEach
    void endAll() {
        owner.sql("update control.rollout set state = 'DONE' where state <> 'DONE'")
                .update();
    }

    @Test
    void goesByCanariesAndWavesAndRecordsEachEstatesVersion() {
        var estates = estates(5);

        var planned = plan(estates.getFirst(), 2);
        assertThat(planned.status()).isEqualTo(201);
        var id = id(planned);
        await().until(() -> state(id).equals("DONE"));

        var shown = get(id);
        assertThat(shown.path("toVersion").asInt()).isEqualTo(version);
        assertThat(shown.path("waves")).hasSize(3);
        assertThat(shown.path("waves").get(0).path("canary").asBoolean()).isTrue();
        assertThat(shown.path("waves").findValuesAsString("total")).containsExactly("1", "2", "2");
        assertThat(shown.path("waves").findValuesAsString("done")).containsExactly("1", "2", "2");
        for (var estate : estates) {
            assertThat(cell.tenants().get(estate).schemaVersion()).isEqualTo(version);
            assertThat(staff.get("/api/platform/estates/" + estate)
                            .json()
                            .path("schemaVersion")
                            .asInt())
                    .isEqualTo(version);
        }
    }

    @Test
    void aFailingCanaryStopsItBeforeTheFirstWaveAndResumingGoesOn() {
        var estates = estates(3);
        cell.refuseWhere(call -> call.endsWith(estates.getFirst() + "/schema-version"));

        var id = id(plan(estates.getFirst(), 10));
        await().until(() -> state(id).equals("FAILED"));

        assertThat(get(id).path("failures").get(0).path("detail").asString()).isEqualTo("单元说不行");
        assertThat(updates(estates.get(1)) + updates(estates.get(2))).isZero();
        cell.refuseWhere(call -> false);
        assertThat(admin.post("/api/platform/rollouts/" + id + "/resume").status())
                .isEqualTo(200);
        await().until(() -> state(id).equals("DONE"));
    }

    @Test
    void anEstateWhoseChangeIsRefusedCostsTheOthersOfItsWaveNothing() {
        var estates = estates(4);
        cell.refuseWhere(call -> call.endsWith(estates.get(1) + "/schema-version"));

        var id = id(plan(estates.getFirst(), 10));
        await().until(() -> state(id).equals("FAILED"));

        var failures = get(id).path("failures");
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).path("detail").asString()).isEqualTo("单元说不行");
        assertThat(updates(estates.get(1))).isEqualTo(1);
        for (var other : List.of(estates.get(2), estates.get(3))) {
            assertThat(cell.tenants().get(other).schemaVersion()).isEqualTo(version);
            assertThat(updates(other)).isEqualTo(1);
        }
    }

    @Test
    void aCellThatIsAwayIsWaitedFor() {
        var estates = estates(2);
        cell.breakWhere(call -> call.endsWith("/schema-version") && call.startsWith("PUT"));
        var id = id(plan(estates.getFirst(), 10));
        await().until(() -> updates(estates.getFirst()) > 0);
        assertThat(state(id)).isEqualTo("RUNNING");

        cell.breakWhere(call -> false);

        await().until(() -> state(id).equals("DONE"));
    }

    @Test
    void aTableInUseIsWaitedForAndToldAsThat() {
        var estate = estates(1).getFirst();
        cell.tenants().get(estate).useTable(true);
        var id = id(plan(estate, 10));
        await().until(() -> detailOf(id, estate).contains("数据表正被占用"));
        assertThat(state(id)).isEqualTo("RUNNING");

        cell.tenants().get(estate).useTable(false);

        await().until(() -> state(id).equals("DONE"));
    }

    @Test
    void whatAKilledWorkerHadBegunIsDoneByTheNext() {
        var estates = estates(2);
        cell.breakWhere(call -> call.endsWith("/schema-version") && call.startsWith("PUT"));
        var id = id(plan(estates.getFirst(), 10));
        await().until(() -> updates(estates.getFirst()) > 0);
        admin.post("/api/platform/rollouts/" + id + "/pause");
        owner.sql("update control.rollout_estate set state = 'RUNNING' where rollout_id = ? and wave = 0")
                .param(id)
                .update();
        cell.breakWhere(call -> false);

        admin.post("/api/platform/rollouts/" + id + "/resume");

        await().until(() -> state(id).equals("DONE"));
        assertThat(cell.tenants().get(estates.getFirst()).schemaVersion()).isEqualTo(version);
    }

    @Test
    void pausedNoFurtherEstateIsBegun() {
        var estates = estates(3);
        cell.breakWhere(call -> call.endsWith("/schema-version") && call.startsWith("PUT"));
        var id = id(plan(estates.getFirst(), 10));
        await().until(() -> updates(estates.getFirst()) > 0);

        assertThat(admin.post("/api/platform/rollouts/" + id + "/pause")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PAUSED");
        cell.breakWhere(call -> false);

        assertThat(worker.work(id, () -> false)).isEmpty();
        assertThat(updates(estates.get(1))).isZero();
    }

    @Test
    void thereIsOneAtATimeAndNoneWithoutNeed() {
        var estates = estates(2);
        cell.breakWhere(call -> call.endsWith("/schema-version") && call.startsWith("PUT"));
        plan(estates.getFirst(), 10);

        assertThat(plan(estates.getFirst(), 10).json().path("detail").asString())
                .contains("另一个升级任务");
        cell.breakWhere(call -> false);
        endAll();
        owner.sql("update control.estate set schema_version = 1000000 where schema_version is not null")
                .update();
        assertThat(plan(estates.getFirst(), 10).json().path("detail").asString())
                .contains("无需升级");
    }

    @Test
    void canariesMustBeAmongThoseToBeChanged() {
        estates(1);

        assertThat(plan(UUID.randomUUID(), 10).status()).isEqualTo(400);
    }

    /** Active, and a version behind. */
    private List<UUID> estates(int count) {
        var estates = new ArrayList<UUID>();
        for (var number = 0; number < count; number++) {
            estates.add(activeEstate());
        }
        owner.sql("update control.estate set schema_version = 1 where id = any(?)")
                .param(estates.toArray(UUID[]::new))
                .update();
        return estates;
    }

    private Api.Answer plan(UUID canary, int waveSize) {
        return admin.post(
                "/api/platform/rollouts",
                Map.of("canaries", List.of(canary), "waveSizes", List.of(waveSize), "parallelism", 2));
    }

    private int updates(UUID estate) {
        return cell.calls("PUT /internal/estates/" + estate + "/schema-version");
    }

    private String detailOf(UUID rollout, UUID estate) {
        return owner.sql(
                        "select coalesce(detail, '') from control.rollout_estate where rollout_id = ? and estate_id = ?")
                .params(rollout, estate)
                .query(String.class)
                .single();
    }

    private JsonNode get(UUID id) {
        return admin.get("/api/platform/rollouts/" + id).json();
    }

    private String state(UUID id) {
        return get(id).path("state").asString();
    }

    private static UUID id(Api.Answer planned) {
        return UUID.fromString(planned.json().path("id").asString());
    }
}
