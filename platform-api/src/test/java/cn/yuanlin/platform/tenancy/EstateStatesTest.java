package cn.yuanlin.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an estate as a whole is refused for: its state, the age of its schema, its own rush. */
@TestPropertySource(
        properties = {
            "yuanlin.schema.minimum=3",
            "yuanlin.bulkhead.concurrent=2",
            "yuanlin.bulkhead.waiting=1",
            "yuanlin.bulkhead.patience=200ms"
        })
@Import(EstateStatesTest.Door.class)
@DirtiesContext
class EstateStatesTest extends PlatformTest {
    @Autowired
    private Door door;

    @Test
    void aSuspendedEstateCanBeReadAndNotWritten() throws SQLException {
        var estate = activate(registered());
        var path = "/api/estates/" + estate.slug() + "/door";
        assertThat(http().post(path, null).status()).isEqualTo(200);
        registry.moveTo(EstateState.SUSPENDED, estate.id(), Set.of(EstateState.ACTIVE));
        assertThat(http().get(path).status()).isEqualTo(200);
        var refused = http().post(path, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/estate-suspended");
        registry.moveTo(EstateState.ACTIVE, estate.id(), Set.of(EstateState.SUSPENDED));
        assertThat(http().post(path, null).status()).isEqualTo(200);
    }

    @Test
    void anEstateThatIsNotOpenIsNotFound() throws SQLException {
        var estate = registered();
        var path = "/api/estates/" + estate.slug() + "/door";
        assertThat(http().get(path).status()).isEqualTo(404);
        schemas.create(estate);
        assertThat(http().get(path).status()).isEqualTo(404);
        registry.moveTo(EstateState.ARCHIVED, estate.id(), Set.of(EstateState.PROVISIONED));
        assertThat(http().get(path).status()).isEqualTo(404);
    }

    @Test
    void aSchemaThatIsTooOldIsRefusedAndOneThatIsNewerServed() throws SQLException {
        var estate = activate(registered());
        var path = "/api/estates/" + estate.slug() + "/door";
        schemaVersion(estate, 2);
        var refused = http().get(path);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/estate-upgrading");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        schemaVersion(estate, 3);
        assertThat(http().get(path).status()).isEqualTo(200);
        schemaVersion(estate, 1_000);
        assertThat(http().get(path).status()).isEqualTo(200);
    }

    @Test
    void oneEstatesRushIsTurnedAwayAndTheOtherIsServed() throws Exception {
        door.close();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rush = new ArrayList<Callable<Http.Answer>>();
            for (var i = 0; i < 6; i++) rush.add(() -> http().get("/api/estates/disai-yuanyuan/closed-door"));
            var answers = rush.stream().map(threads::submit).toList();
            assertThat(door.waitForKnocks()).isTrue();
            assertThat(http().get("/api/estates/linyuan/door").status()).isEqualTo(200);
            var turnedAway = http().get("/api/estates/disai-yuanyuan/door");
            assertThat(turnedAway.status()).isEqualTo(503);
            assertThat(turnedAway.json().path("type").asString()).isEqualTo("/problems/estate-busy");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
            door.open();
            var served = 0;
            for (var answer : answers) if (answer.get().status() == 200) served++;
            assertThat(served).isGreaterThanOrEqualTo(2);
        }
        assertThat(http().get("/api/estates/disai-yuanyuan/door").status()).isEqualTo(200);
    }

    @Test
    void theControlPlaneStillReachesASuspendedEstate() throws SQLException {
        var estate = activate(registered());
        registry.moveTo(EstateState.SUSPENDED, estate.id(), Set.of(EstateState.ACTIVE));
        assertThat(http().as(TestIssuer.serviceToken())
                        .put("/internal/estates/" + estate.id() + "/state", Map.of("state", "ACTIVE"))
                        .status())
                .isEqualTo(200);
    }

    private Estate registered() {
        var id = UUID.randomUUID();
        return register(id, "state-" + id.toString().substring(0, 8), "状态小区");
    }

    private void schemaVersion(Estate estate, int version) throws SQLException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR);
                var statement = connection.createStatement()) {
            statement.execute(
                    "update cell.estate set schema_version = " + version + " where id = '" + estate.id() + "'");
        }
        registry.forget();
    }

    /** A door that can be held shut. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Door {
        private volatile CountDownLatch shut = new CountDownLatch(0);
        private volatile CountDownLatch knocks = new CountDownLatch(0);

        void close() {
            knocks = new CountDownLatch(2);
            shut = new CountDownLatch(1);
        }

        void open() {
            shut.countDown();
        }

        boolean waitForKnocks() throws InterruptedException {
            return knocks.await(10, TimeUnit.SECONDS);
        }

        @GetMapping("/api/estates/{slug}/door")
        @Access(Access.Level.PUBLIC)
        String look() {
            return "open";
        }

        @PostMapping("/api/estates/{slug}/door")
        @Access(Access.Level.PUBLIC)
        String paint() {
            return "painted";
        }

        @GetMapping("/api/estates/{slug}/closed-door")
        @Access(Access.Level.PUBLIC)
        String knock() throws InterruptedException {
            knocks.countDown();
            shut.await(10, TimeUnit.SECONDS);
            return "opened";
        }
    }
}
