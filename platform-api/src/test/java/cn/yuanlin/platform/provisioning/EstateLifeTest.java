package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.testing.TestIssuer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EstateLifeTest extends PlatformTest {
    @Autowired
    private SchemaRollout rollout;

    @Autowired
    private Migrator migrator;

    @Autowired
    private Changelog changelog;

    @Test
    void anEstateIsRegisteredBuiltOpenedClosedAndRemoved() {
        var id = UUID.randomUUID();
        var estate = "/internal/estates/" + id;
        assertThat(service().put(estate, form(id)).json().path("state").asString())
                .isEqualTo("STAGED");
        assertThat(service().put(estate, form(id)).status()).isEqualTo(200);

        assertThat(service().put(estate + "/state", Map.of("state", "ACTIVE")).status())
                .isEqualTo(409);
        var version = changelog.release().version();
        assertThat(service()
                        .put(estate + "/schema", null)
                        .json()
                        .path("schemaVersion")
                        .asInt())
                .isEqualTo(version);
        assertThat(service()
                        .put(estate + "/schema", null)
                        .json()
                        .path("schemaVersion")
                        .asInt())
                .isEqualTo(version);
        assertThat(service().get(estate + "/smoke-check").json().path("checks").isArray())
                .isTrue();

        assertThat(service()
                        .put(estate + "/state", Map.of("state", "ACTIVE"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(service().delete(estate).status()).isEqualTo(409);
        assertThat(service()
                        .put(estate + "/state", Map.of("state", "SUSPENDED"))
                        .status())
                .isEqualTo(200);
        assertThat(service().put(estate + "/state", Map.of("state", "ARCHIVED")).status())
                .isEqualTo(200);
        assertThat(service().put(estate + "/state", Map.of("state", "ACTIVE")).status())
                .isEqualTo(409);

        assertThat(service().delete(estate).status()).isEqualTo(204);
        assertThat(service().delete(estate).status()).isEqualTo(404);
        assertThat(service().get(estate).status()).isEqualTo(404);
    }

    @Test
    void aSlugBelongsToOneEstateAndASchemaNeverChanges() {
        var id = UUID.randomUUID();
        var other = UUID.randomUUID();
        service().put("/internal/estates/" + id, form(id));
        var sameSlug = form(other);
        sameSlug.put("slug", form(id).get("slug"));
        var refused = service().put("/internal/estates/" + other, sameSlug);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/estate-name-taken");

        var otherSchema = form(id);
        otherSchema.put("schema", form(other).get("schema"));
        assertThat(service()
                        .put("/internal/estates/" + id, otherSchema)
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo("/problems/estate-schema-fixed");
    }

    @Test
    void liquibaseFindsNothingToDoInASchemaMadeByTheScript() throws Exception {
        var before = catalogueOf(disai().schema());
        try (var connection = migrator.open()) {
            rollout.runChangeSets(connection, disai().schema());
        }
        assertThat(catalogueOf(disai().schema())).isEqualTo(before);
    }

    @Test
    void aSchemaRolledOutChangeSetByChangeSetIsTheSameAsOneMadeByTheScript() throws Exception {
        var id = UUID.randomUUID();
        var estate = register(id, "rolled-" + id.toString().substring(0, 8), "逐步升级");
        schemas.create(estate);
        emptySchema(estate.schema());
        olderThanItIs(id);
        var rolledOut = service().put("/internal/estates/" + id + "/schema-version", null);
        assertThat(rolledOut.json().path("schemaVersion").asInt())
                .isEqualTo(changelog.release().version());
        assertThat(withoutName(catalogueOf(estate.schema()), estate.schema()))
                .isEqualTo(withoutName(catalogueOf(disai().schema()), disai().schema()));
    }

    @Test
    void severalSchemasAreMadeSideBySideAndEachOnce() throws Exception {
        var estates = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) {
            var id = UUID.randomUUID();
            service().put("/internal/estates/" + id, form(id));
            estates.add(id);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Integer>>();
            for (var id : estates) {
                calls.add(() -> service()
                        .put("/internal/estates/" + id + "/schema", null)
                        .status());
                calls.add(() -> service()
                        .put("/internal/estates/" + id + "/schema", null)
                        .status());
            }
            for (var answer : threads.invokeAll(calls)) assertThat(answer.get()).isEqualTo(200);
        }
    }

    @Test
    void severalSchemasAreRolledOutSideBySide() throws Exception {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) {
            var id = UUID.randomUUID();
            var estate = register(id, "wave-" + id.toString().substring(0, 8), "一波");
            schemas.create(estate);
            emptySchema(estate.schema());
            olderThanItIs(id);
            ids.add(id);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = ids.stream()
                    .map(id -> (Callable<Integer>) () -> service()
                            .put("/internal/estates/" + id + "/schema-version", null)
                            .json()
                            .path("schemaVersion")
                            .asInt())
                    .toList();
            for (var answer : threads.invokeAll(calls))
                assertThat(answer.get()).isEqualTo(changelog.release().version());
        }
    }

    private static void olderThanItIs(UUID id) throws SQLException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR);
                var statement = connection.createStatement()) {
            statement.execute("update cell.estate set schema_version = 1 where id = '" + id + "'");
        }
    }

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }

    private static Map<String, Object> form(UUID id) {
        var form = new java.util.HashMap<String, Object>();
        form.put("schema", "e_" + id.toString().substring(24));
        form.put("slug", "estate-" + id.toString().substring(24));
        form.put("name", "测试小区");
        form.put("city", "NINGBO");
        form.put("communityId", UUID.randomUUID());
        form.put("communityName", "春华社区");
        form.put("streetId", UUID.randomUUID());
        form.put("streetName", "集士港镇");
        return form;
    }

    private static void emptySchema(String schema) throws SQLException {
        try (var connection = TestCell.connect(TestCell.MIGRATOR);
                var statement = connection.createStatement()) {
            statement.execute("drop schema " + schema + " cascade; create schema " + schema);
        }
    }

    /** Everything in a schema that a change set can make, with the rights on it. */
    private static List<String> catalogueOf(String schema) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = TestCell.connectAsSuperuser()) {
            add(lines, connection, """
                    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
                    from information_schema.columns where table_schema = ? order by 1
                    """, schema);
            add(lines, connection, "select indexdef from pg_indexes where schemaname = ? order by 1", schema);
            add(lines, connection, """
                    select c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
                    from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = ? order by 1
                    """, schema);
            add(lines, connection, """
                    select p.proname || ' ' || coalesce(p.proconfig::text, '') || md5(p.prosrc)
                    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = ? order by 1
                    """, schema);
            add(lines, connection, """
                    select c.relname || ' ' || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(c.relacl) a), '')
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = ? and c.relkind in ('r', 'v', 'S') order by 1
                    """, schema);
            add(lines, connection, "select count(*)::text from " + schema + ".databasechangelog where ? <> ''", schema);
        }
        return lines;
    }

    private static void add(List<String> lines, Connection connection, String sql, String schema) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) lines.add(rows.getString(1));
            }
        }
    }

    private static List<String> withoutName(List<String> lines, String schema) {
        return lines.stream().map(line -> line.replace(schema, "ESTATE")).toList();
    }
}
