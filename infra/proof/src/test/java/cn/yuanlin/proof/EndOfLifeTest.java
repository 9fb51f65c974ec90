package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import cn.yuanlin.proof.Caller.Answer;
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
import java.util.UUID;
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

    private static final String PICTURE = "docs/images/console.png";
    private static final String LEAVING = "/api/estates/leaving";

    private Platform platform;
    private Newcomers office;
    private String leaving;
    private String staying;
    private String committee;
    private String holder;
    private String picture;

    @BeforeAll
    void bringUp() {
        platform =
                Platform.start(Settings.forTests(Path.of("target/end-of-life").toAbsolutePath(), 1)
                        .emptied()
                        .with(Map.of("YUANLIN_ARCHIVE_GRACE", GRACE.toString())));
        office = new Newcomers(platform);
        leaving = office.welcome("leaving");
        staying = office.welcome("staying");
        committee = office.committee(leaving);
        holder = gateway()
                .get(LEAVING + "/roll?limit=1", committee)
                .expecting(200)
                .json()
                .at("/items/0/holders/0/person")
                .asString();
        picture = gateway()
                .upload(LEAVING + "/media", committee, RunningPlatform.ROOT.resolve(PICTURE))
                .expecting(201)
                .json()
                .path("id")
                .asString();
    }

    @AfterAll
    void bringDown() {
        if (platform != null) platform.close();
    }

    @Test
    void isSuspendedArchivedFetchedAndAfterTheGracePeriodGoneWithoutATraceThatABackupBringsBack() throws Exception {
        office.post("/estates/" + leaving + "/suspension", Map.of("reason", "测试结束"));
        assertThat(stateOf(leaving)).isEqualTo("SUSPENDED");
        office.awaitAtGateway("leaving", 200);

        var archiving = Map.of("reason", "测试结束", "slugTyped", "leaving");
        var tooEarly = office.tryPost("/estates/" + leaving + "/archiving", archiving);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.body()).contains("passphrase-not-taken");
        var passphrase = takePassphrase();
        var entrusted = entrusted(gateway());
        assertThat(entrusted).extracting(Answer::status).containsOnly(200);
        var older = OlderDump.of(platform, leaving);
        var key = Files.readAllBytes(key(leaving));
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

        registerAnew();
        older.restore();
        // Neither what was made for the new registration opens the older rows, nor a neighbour's key, nor none.
        staysUnreadable(entrusted);
        Files.write(key(leaving), Files.readAllBytes(key(staying)));
        staysUnreadable(entrusted);
        Files.delete(key(leaving));
        staysUnreadable(entrusted);
        // With the key that was destroyed all would be there: it is what the dump lacks.
        Files.write(key(leaving), key);
        assertThat(entrusted(cell())).extracting(Answer::body).isEqualTo(bodies(entrusted));
    }

    /** What only the estate's key opens: phones, an id number, a picture. */
    private List<Answer> entrusted(Caller door) {
        return List.of(
                door.get(LEAVING + "/roll?limit=5", committee),
                door.post(
                        LEAVING + "/persons/" + holder + "/disclosures",
                        committee,
                        "{\"field\":\"ID_NUMBER\",\"reason\":\"核对名册\"}"),
                door.get(LEAVING + "/media/" + picture, committee));
    }

    private void staysUnreadable(List<Answer> entrusted) {
        cell().get(LEAVING + "/units?limit=5", committee).expecting(200);
        assertThat(entrusted(cell())).allSatisfy(answer -> {
            assertThat(answer.expecting(500).problem()).isEqualTo("unexpected");
            assertThat(bodies(entrusted)).doesNotContain(answer.body());
        });
    }

    private static List<String> bodies(List<Answer> answers) {
        return answers.stream().map(Answer::body).toList();
    }

    /** As if an estate of the same id were brought on board again, to have a place for the older rows. */
    private void registerAnew() {
        var realm = platform.keycloak().admin();
        var operator = realm.serviceToken("tenant-admin", platform.keycloak().clientSecret("tenant-admin"), "");
        var form = Map.of(
                "schema", "e_" + leaving.substring(24),
                "slug", "leaving",
                "name", "测试leaving",
                "city", "NINGBO",
                "communityId", UUID.randomUUID(),
                "communityName", "测试社区",
                "streetId", UUID.randomUUID(),
                "streetName", "测试街道");
        var path = "/internal/estates/" + leaving;
        cell().call("PUT", path, operator, JsonMapper.shared().writeValueAsString(form))
                .expecting(200);
        cell().call("PUT", path + "/schema", operator, Map.of()).expecting(200);
    }

    private Path key(String estate) {
        return platform.folder().resolve("keys/c1").resolve(estate);
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
        var path = LEAVING + "/archive-passphrase";
        var passphrase = gateway()
                .get(path, committee)
                .expecting(200)
                .json()
                .path("passphrase")
                .asString();
        gateway().call("PUT", path + "/taken", committee, Map.of()).expecting(204);
        return passphrase;
    }

    private Caller gateway() {
        return new Caller(platform.gatewayUrl());
    }

    /** The gateway has forgotten the estate; the committee's token lives on. */
    private Caller cell() {
        return new Caller(platform.service("platform-api-c1").url());
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
        if (Files.exists(key(estate))) found.add("key");
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
