package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** One estate leaves for good, over the real processes; its neighbour in the same cell notices nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndOfLifeTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    private Path temp;

    private Platform platform;
    private Newcomers office;
    private String leaving;
    private String staying;

    @BeforeAll
    void bringUp() {
        platform =
                Platform.start(Settings.forTests(Path.of("target/end-of-life").toAbsolutePath(), 1)
                        .emptied()
                        .with(Map.of("YUANLIN_ARCHIVE_GRACE", GRACE.toString())));
        office = new Newcomers(platform);
        leaving = office.welcome("leaving");
        staying = office.welcome("staying");
    }

    @AfterAll
    void bringDown() {
        if (platform != null) platform.close();
    }

    @Test
    void isSuspendedArchivedFetchedAndAfterTheGracePeriodGoneWithoutATrace() throws Exception {
        office.post("/estates/" + leaving + "/suspension", Map.of("reason", "测试结束"));
        assertThat(stateOf(leaving)).isEqualTo("SUSPENDED");
        office.awaitAtGateway("leaving", 200);

        var archiving = Map.of("reason", "测试结束", "slugTyped", "leaving");
        var tooEarly = office.tryPost("/estates/" + leaving + "/archiving", archiving);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.body()).contains("passphrase-not-taken");
        var passphrase = takePassphrase();
        office.post("/estates/" + leaving + "/archiving", archiving);
        awaitState("ARCHIVED");
        // At once: the grace period has begun, and is short here.
        var deletion = Map.of("slugTyped", "leaving");
        assertThat(office.tryPost("/estates/" + leaving + "/deletion", deletion).body())
                .contains("still-in-grace");
        office.awaitAtGateway("leaving", 404);

        assertOpensWith(passphrase, fetchExport());

        assertThat(traces(leaving)).contains("schema", "role", "key", "organization", "account", "export");
        Awaitility.await("the grace period to be over")
                .atMost(PATIENCE)
                .until(() -> office.tryPost("/estates/" + leaving + "/deletion", deletion)
                                .status()
                        == 202);
        awaitState("DELETED");

        assertThat(traces(leaving)).isEmpty();
        assertThat(traces(staying)).contains("schema", "role", "key", "organization", "account");
        assertThat(stateOf(staying)).isEqualTo("ACTIVE");
        office.awaitAtGateway("staying", 200);
    }

    private String stateOf(String estate) {
        return office.get("/estates/" + estate)
                .expecting(200)
                .json()
                .path("state")
                .asString();
    }

    private void awaitState(String state) {
        Awaitility.await("leaving to be " + state).atMost(PATIENCE).until(() -> stateOf(leaving), state::equals);
    }

    /** As the committee's first member does. */
    private String takePassphrase() {
        var access = office.post("/estates/" + leaving + "/committee-access", Map.of());
        var username = access.path("username").asString();
        var realm = platform.keycloak().admin();
        realm.setPassword(realm.subjectOf(username), "of-this-test-only");
        var token = realm.userToken(username, "of-this-test-only", "organization:*");
        var committee = new Caller(platform.gatewayUrl());
        var path = "/api/estates/leaving/archive-passphrase";
        var passphrase = committee
                .get(path, token)
                .expecting(200)
                .json()
                .path("passphrase")
                .asString();
        committee.call("PUT", path + "/taken", token, Map.of()).expecting(204);
        return passphrase;
    }

    private Path fetchExport() throws Exception {
        var file = temp.resolve("export.zip");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(
                                    URI.create(platform.gatewayUrl() + "/api/platform/estates/" + leaving + "/export"))
                            .header("Authorization", "Bearer " + office.token())
                            .build(),
                    BodyHandlers.ofFile(file));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        office.put("/estates/" + leaving + "/export/fetched", Map.of("sha256", sha256(Files.readAllBytes(file))));
        return file;
    }

    private static void assertOpensWith(String passphrase, Path export) throws Exception {
        try (var closed = new ZipFile(export.toFile(), "not-the-passphrase".toCharArray());
                var open = new ZipFile(export.toFile(), passphrase.toCharArray())) {
            assertThat(open.getFileHeaders())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.getEncryptionMethod()).isEqualTo(EncryptionMethod.AES));
            assertThatThrownBy(() -> read(closed, "manifest.json")).isInstanceOf(ZipException.class);
            var files = JsonMapper.shared()
                    .readTree(read(open, "manifest.json"))
                    .path("files")
                    .valueStream()
                    .toList();
            assertThat(files).hasSizeGreaterThan(10);
            for (var file : files) {
                var content = read(open, file.path("name").asString());
                assertThat(sha256(content)).isEqualTo(file.path("sha256").asString());
            }
        }
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static byte[] read(ZipFile zip, String name) throws IOException {
        try (var entry = zip.getInputStream(zip.getFileHeader(name))) {
            return entry.readAllBytes();
        }
    }

    /** What there is of an estate, anywhere. */
    private List<String> traces(String estate) throws SQLException, IOException {
        var schema = "e_" + estate.substring(24);
        var slug = estate.equals(leaving) ? "leaving" : "staying";
        var found = new ArrayList<String>();
        found.addAll(all("cell_c1", "select 'schema' from pg_namespace where nspname = '" + schema + "'"));
        found.addAll(all("cell_c1", "select 'role' from pg_roles where rolname = '" + schema + "'"));
        found.addAll(all("keycloak", "select 'organization' from org where alias = '" + estate + "'"));
        found.addAll(all("keycloak", "select 'account' from user_entity where username like '" + slug + "-%'"));
        for (var column : all("cell_c1", """
                select quote_ident(table_name) || ' where ' || quote_ident(column_name)
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema = 'cell' and table_type = 'BASE TABLE'
                  and (column_name in ('estate', 'estate_id') or (table_name, column_name) = ('estate', 'id'))
                """)) {
            found.addAll(all(
                    "cell_c1",
                    "select distinct 'row of " + column.split(" ", 2)[0] + "' from cell." + column + "::text in ('"
                            + estate + "', '" + schema + "')"));
        }
        if (Files.exists(platform.folder().resolve("keys/c1").resolve(estate))) found.add("key");
        var exports = platform.folder().resolve("archive");
        if (Files.exists(exports)) {
            try (var files = Files.list(exports)) {
                if (files.anyMatch(file -> file.getFileName().toString().startsWith(estate))) found.add("export");
            }
        }
        return found;
    }

    private List<String> all(String database, String sql) throws SQLException {
        try (var connection = platform.postgres().connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }
}
