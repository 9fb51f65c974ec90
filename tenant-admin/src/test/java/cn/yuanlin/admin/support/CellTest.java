package cn.yuanlin.admin.support;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** As {@link AdminTest}, with a cell of the test's own and a Keycloak, both in memory. */
public abstract class CellTest extends AdminTest {
    protected final FakeKeycloak keycloak = FakeKeycloak.only();
    protected final JdbcClient owner = JdbcClient.create(ControlDatabase.asOwner());

    protected FakeCell cell;
    protected String cellCode;
    protected UUID community;
    protected Api staff;

    @DynamicPropertySource
    static void cells(DynamicPropertyRegistry properties) {
        properties.add("yuanlin.keycloak.url", () -> FakeKeycloak.only().url());
        properties.add("yuanlin.archive.directory", () -> "target/archive-of-tests");
        properties.add("db-scheduler.polling-interval", () -> "200ms");
    }

    /** The test's cell is the only one that takes estates, so that placement is the test's own. */
    @BeforeEach
    void setUp() {
        keycloak.comeBack();
        cell = new FakeCell();
        cellCode = "t" + UUID.randomUUID().toString().substring(0, 8);
        owner.sql("update control.cell set draining = true").update();
        addCell(cellCode, cell, 500);
        community = scene.communityBelow(scene.street());
        staff = api.as(scene.staffOf(community));
    }

    @AfterEach
    void leaveNoCellBehind() {
        owner.sql("update control.cell set draining = true").update();
        keycloak.comeBack();
    }

    protected void addCell(String code, FakeCell added, int capacity) {
        owner.sql("insert into control.cell (code, url, capacity, created_at) values (?, ?, ?, now())")
                .params(code, added.url(), capacity)
                .update();
    }

    /** A slug nobody else has. */
    protected static String slug() {
        return "xq-" + UUID.randomUUID().toString().substring(0, 8);
    }

    protected UUID enteredEstate() {
        var entered = staff.post(
                "/api/platform/estates",
                java.util.Map.of("name", "测试小区", "slug", slug(), "communityId", community, "address", "测试路1号"));
        return UUID.fromString(entered.json().path("id").asString());
    }

    protected UUID verifiedEstate() {
        var estate = enteredEstate();
        staff.post("/api/platform/estates/" + estate + "/verification");
        return estate;
    }

    protected UUID uploaded(UUID estate, String content) {
        return UUID.fromString(
                upload(estate, content.getBytes()).json().path("id").asString());
    }

    protected Api.Answer upload(UUID estate, byte[] content) {
        return staff.sendBytes("/api/platform/estates/" + estate + "/workbooks", "表格.xlsx", content);
    }

    /** Starts a run over the API, to be worked on by the service's own scheduler. */
    protected UUID startedRun(UUID estate, UUID workbook) {
        var run = staff.post(
                "/api/platform/estates/" + estate + "/onboarding-runs", java.util.Map.of("workbookId", workbook));
        return UUID.fromString(run.json().path("id").asString());
    }

    protected String stateOf(UUID estate) {
        return staff.get("/api/platform/estates/" + estate).json().path("state").asString();
    }

    protected String runState(UUID run) {
        return staff.get("/api/platform/onboarding-runs/" + run)
                .json()
                .path("state")
                .asString();
    }

    /** An estate that went through a whole run. */
    protected UUID activeEstate() {
        var estate = verifiedEstate();
        var run = startedRun(estate, uploaded(estate, "right"));
        org.awaitility.Awaitility.await().until(() -> runState(run).equals("DONE"));
        return estate;
    }
}
