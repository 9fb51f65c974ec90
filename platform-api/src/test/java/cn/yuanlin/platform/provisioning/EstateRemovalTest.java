package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is left when a removal is cut off, comes twice or comes late. */
class EstateRemovalTest extends PlatformTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final UUID id = UUID.randomUUID();
    private final String estate = "/internal/estates/" + id;

    @Test
    void anEstateCanBeBuiltAgainAfterItsRemovalWasCutOffWithTheKeyGone() throws SQLException {
        registerAnew();
        assertThat(service().put(estate + "/schema", null).status()).isEqualTo(200);
        whileForgettingFails(() -> assertThat(service().delete(estate).status()).isEqualTo(500));

        registerAnew();
        assertThat(stage().status()).isEqualTo(200);
        assertThat(service().put(estate + "/schema", null).status()).isEqualTo(200);
    }

    @Test
    void aRemovalThatWasCutOffIsFinishedByTheNext() throws SQLException {
        registerAnew();
        assertThat(service().put(estate + "/schema", null).status()).isEqualTo(200);
        whileForgettingFails(() -> assertThat(service().delete(estate).status()).isEqualTo(500));
        assertThat(service().get(estate).json().path("state").asString()).isEqualTo("STAGED");
        assertThat(service().delete(estate).status()).isEqualTo(204);
        assertThat(service().get(estate).status()).isEqualTo(404);
    }

    /** As one of a release that is long past, or one that is what went wrong. */
    @Test
    void anEstateWhoseSchemaCantBeCountedIsFoundClosedAndRemoved() throws SQLException {
        var registeredAt = registerAnew();
        activate(registry.byId(id).orElseThrow());
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("drop table e_" + id.toString().substring(24) + ".product cascade");
        }
        assertThat(service().get(estate).status()).isEqualTo(500);

        assertThat(service().put(estate + "/state", Map.of("state", "ARCHIVED")).status())
                .isEqualTo(200);
        var found = service().get(estate + "?bare=true").json();
        assertThat(found.path("state").asString()).isEqualTo("ARCHIVED");
        assertThat(found.path("registeredAt").asString()).isEqualTo(registeredAt);
        assertThat(service().delete(estate + "?registeredAt=" + registeredAt).status())
                .isEqualTo(204);
        assertThat(service().get(estate).status()).isEqualTo(404);
    }

    @Test
    void aLateDuplicateSparesAnEstateThatWasRegisteredAnew() {
        var first = registerAnew();
        assertThat(service().delete(estate + "?registeredAt=" + first).status()).isEqualTo(204);
        var second = registerAnew();
        assertThat(service().delete(estate + "?registeredAt=" + first).status()).isEqualTo(404);
        assertThat(stage().status()).isEqualTo(200);
        assertThat(service().delete(estate + "?registeredAt=" + second).status())
                .isEqualTo(204);
    }

    @Test
    void aDuplicateThatWaitedForTheFirstSparesAnEstateThatWasRegisteredAnew() throws Exception {
        registerAnew();
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("create temporary table former on commit drop as select * from cell.estate where id = '"
                    + id + "' for update");
            var duplicate =
                    CompletableFuture.supplyAsync(() -> service().delete(estate).status());
            await().atMost(SOON).until(() -> isLockWaitedFor());
            statement.execute(
                    "delete from cell.estate where id = '" + id + "'; insert into cell.estate select * from former");
            superuser.commit();
            assertThat(duplicate.get()).isEqualTo(404);
        }
        assertThat(service().get(estate).status()).isEqualTo(200);
    }

    @Test
    void anEstateOpenedMeanwhileIsNotTouched() throws SQLException {
        registerAnew();
        activate(registry.byId(id).orElseThrow());
        assertThat(service().delete(estate).status()).isEqualTo(409);
        assertThat(service().get(estate).json().path("state").asString()).isEqualTo("ACTIVE");
        assertThat(service().get(estate + "/smoke-check").status()).isEqualTo(200);
    }

    /** Stands for a process that dies between destroying the key and the commit that follows. */
    private void whileForgettingFails(Runnable work) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    create function cell.die() returns trigger language plpgsql as $$ begin raise 'as told'; end $$;
                    create trigger cut_off before delete on cell.estate for each row when (old.id = '%s')
                    execute function cell.die()
                    """.formatted(id));
            try {
                work.run();
            } finally {
                statement.execute("drop function cell.die() cascade");
            }
        }
    }

    private static boolean isLockWaitedFor() throws SQLException {
        try (Connection superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select exists (select from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like '%cell.estate where id%for update')")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Http.Answer stage() {
        return service()
                .putBytes(
                        estate + "/workbooks/" + UUID.randomUUID(), "not a workbook".getBytes(StandardCharsets.UTF_8));
    }

    private String registerAnew() {
        var answer = service()
                .put(
                        estate,
                        Map.of(
                                "schema",
                                "e_" + id.toString().substring(24),
                                "slug",
                                "removed-" + id.toString().substring(24),
                                "name",
                                "将撤小区",
                                "city",
                                "NINGBO",
                                "communityId",
                                UUID.randomUUID(),
                                "communityName",
                                "春华社区",
                                "streetId",
                                UUID.randomUUID(),
                                "streetName",
                                "集士港镇"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("registeredAt").asString();
    }

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }
}
