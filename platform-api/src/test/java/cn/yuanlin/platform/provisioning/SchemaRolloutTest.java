package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.provisioning.Changelog.RanChangeSet;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Schemas of older releases, made by Liquibase change set by change set, brought forward by the cell. */
class SchemaRolloutTest extends PlatformTest {
    private static final int OLDER = 5;

    @Autowired
    private SchemaRollout rollout;

    @Autowired
    private Migrator migrator;

    @Autowired
    private Changelog changelog;

    @Test
    void liquibaseFindsNothingToDoInASchemaMadeByTheScript() throws Exception {
        assertThat(OlderSchema.missingIn(disai())).isZero();
    }

    @Test
    void aSchemaThatWasRolledOutIsTheSameAsOneMadeByTheScript() throws Exception {
        var estate = older("rolled");
        assertThat(rollOut(estate.id()).json().path("schemaVersion").asInt())
                .isEqualTo(changelog.release().version());
        assertThat(Catalogue.of(estate)).isEqualTo(Catalogue.of(disai()));
        assertThat(OlderSchema.missingIn(estate)).isZero();
    }

    @Test
    void severalSchemasAreRolledOutSideBySide() throws Exception {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) ids.add(older("wave").id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = ids.stream()
                    .map(id -> (Callable<Integer>)
                            () -> rollOut(id).json().path("schemaVersion").asInt())
                    .toList();
            for (var answer : threads.invokeAll(calls))
                assertThat(answer.get()).isEqualTo(changelog.release().version());
        }
    }

    @Test
    void aChangeThatFailsLeavesTheSchemaAndTheConnectionAsTheyWere() throws Exception {
        var estate = older("failing");
        // In the way of a change set that has not run yet.
        migrate("create table " + estate.schema() + ".workbook_import (x integer)");
        var before = Catalogue.of(estate);
        assertThatThrownBy(() -> rollout.update(estate)).isInstanceOf(SQLException.class);
        assertThat(Catalogue.of(estate)).isEqualTo(before);
        for (var i = 0; i < 4; i++) {
            try (var connection = migrator.open();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show search_path")) {
                row.next();
                assertThat(row.getString(1)).doesNotContain(estate.schema());
            }
        }

        assertRefused(rollOut(estate.id()), "42P07");
        migrate("drop table " + estate.schema() + ".workbook_import");
        assertThat(rollOut(estate.id()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "53100", "57P01", "58030", "XX000"})
    void aFaultThatPassesIsNotTakenForARefusal(String state) throws Exception {
        var estate = older("faulty");
        migrate("""
                create function %1$s.fail() returns trigger language plpgsql as $$ begin raise 'as told' using errcode = '%2$s'; end $$;
                create trigger fail before insert on %1$s.databasechangelog execute function %1$s.fail()
                """.formatted(estate.schema(), state));
        assertThat(rollOut(estate.id()).status()).isBetween(500, 503);
        migrate("drop function %s.fail() cascade".formatted(estate.schema()));
        assertThat(rollOut(estate.id()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "access exclusive"})
    @Timeout(60)
    void aTableThatSomebodyElseHoldsIsNotWaitedForWithoutEnd(String mode) throws Exception {
        var estate = older("held");
        try (var other = TestCell.connect(TestCell.MIGRATOR);
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table " + estate.schema() + ".databasechangelog in " + mode + " mode");
            var answer = rollOut(estate.id());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("type").asString()).isEqualTo("/problems/schema-in-use");
            assertThat(answer.json().path("detail").asString()).contains("占用");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            other.rollback();
        }
        assertThat(rollOut(estate.id()).status()).isEqualTo(200);
    }

    @Test
    void aHistoryThatIsNotThisChangelogsIsRefusedUntilItIsMended() throws Exception {
        var estate = older("altered");
        var history = estate.schema() + ".databasechangelog";
        migrate("alter table %1$s add kept text; update %1$s set kept = md5sum".formatted(history));
        for (var wrong : List.of("null", "'9:00000000000000000000000000000000'")) {
            migrate("update %s set md5sum = %s where orderexecuted = 1".formatted(history, wrong));
            assertRefused(rollOut(estate.id()), "变更记录");
        }
        migrate("update %1$s set md5sum = kept; alter table %1$s drop kept".formatted(history));
        assertThat(rollOut(estate.id()).status()).isEqualTo(200);
    }

    @Test
    void aSchemaThatAnotherProcessIsAtIsLeftToIt() throws Exception {
        var estate = older("taken");
        try (var other = TestCell.connect(TestCell.MIGRATOR);
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('" + estate.schema() + "', 0))");
            var answer = rollOut(estate.id());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("type").asString()).isEqualTo("/problems/rollout-under-way");
            statement.execute("select pg_advisory_unlock_all()");
            assertThat(rollOut(estate.id()).status()).isEqualTo(200);
        }
    }

    @Test
    void aRefusedHistoryHindersNoOther() {
        for (var sum : List.of("9:00000000000000000000000000000000", "9:11111111111111111111111111111111")) {
            var altered =
                    List.of(new RanChangeSet("001-audit-event", "audit", "db/estate/audit/001-audit.sql", 1, sum));
            assertThatThrownBy(() -> changelog.updateFrom(altered)).isInstanceOf(IllegalStateException.class);
            assertThat(new Changelog("db/estate/changelog.yaml", 1).release().version())
                    .isEqualTo(changelog.release().version());
        }
    }

    @Test
    void oneScriptServesAllSchemasInTheSameState() throws SQLException {
        var state = new ArrayList<RanChangeSet>();
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select id, author, filename, orderexecuted, md5sum from "
                        + disai().schema() + ".databasechangelog order by orderexecuted limit " + OLDER)) {
            while (rows.next())
                state.add(new RanChangeSet(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getString(5)));
        }
        assertThat(changelog.updateFrom(state))
                .isSameAs(changelog.updateFrom(List.copyOf(state)))
                .doesNotContainIgnoringCase("create table databasechangelog")
                .doesNotContain("create table audit_event")
                .contains("create table workbook_import");
    }

    private Estate older(String slug) throws SQLException, LiquibaseException {
        var id = UUID.randomUUID();
        var estate = register(id, slug + "-" + id.toString().substring(24), "旧版小区");
        schemas.create(estate);
        OlderSchema.remake(estate, OLDER);
        return registry.byId(id).orElseThrow();
    }

    private static void assertRefused(Http.Answer answer, String why) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/schema-refused");
        assertThat(answer.json().path("detail").asString()).contains(why, "保持原样");
        assertThat(answer.header("Retry-After")).isEmpty();
    }

    private static void migrate(String sql) throws SQLException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Http.Answer rollOut(UUID id) {
        return http().as(TestIssuer.serviceToken()).put("/internal/estates/" + id + "/schema-version", null);
    }
}
