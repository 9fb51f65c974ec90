package cn.yuanlin.platform.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.testing.Archives;
import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestIssuer;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.lingala.zip4j.exception.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class EstateExportTest extends PlatformTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ArchivePassphrases passphrases;

    @Autowired
    private EstateTables tables;

    @Autowired
    private List<SecretColumns> secrets;

    @Autowired
    private EstateKeys keys;

    @BeforeEach
    void keysForBoth() {
        keys.make(DISAI);
        keys.make(LINYUAN);
    }

    @Test
    void holdsEveryTableTwiceAndAManifestThatFitsThem() throws Exception {
        var act = "导出，\"测试\"" + UUID.randomUUID();
        inEstate(
                disai(),
                () -> jdbc.sql(
                                "insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), '=1+1', ?, 't', 'i')")
                        .param(act)
                        .update());
        var files = files(exportOf(DISAI));

        var manifest = JSON.readTree(files.get("manifest.json"));
        assertThat(manifest.path("estate").asString()).isEqualTo(DISAI.toString());
        assertThat(manifest.path("files")
                        .valueStream()
                        .map(file -> file.path("name").asString()))
                .contains("data/journal_entry.jsonl", "data/person.csv", "data/audit_event.csv")
                .noneMatch(name -> name.contains("databasechangelog"));
        for (var file : manifest.path("files")) {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(files.get(file.path("name").asString()));
            assertThat(file.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(hash));
        }
        var lines =
                new String(files.get("data/audit_event.jsonl"), UTF_8).lines().toList();
        assertThat(lines)
                .anyMatch(line -> JSON.readTree(line).path("act").asString().equals(act));
        assertThat(new String(files.get("data/audit_event.csv"), UTF_8))
                .startsWith("\ufeffid,at,actor,act")
                .contains("'=1+1,\"导出，\"\"测试\"\"");
    }

    @Test
    void isOnTheEstatesRecordOnce() {
        var before = exportsOnRecord();
        exportOf(DISAI);
        assertThat(exportsOnRecord()).isEqualTo(before + 1);
    }

    private long exportsOnRecord() {
        var exports = new AtomicLong();
        inEstate(
                disai(),
                () -> exports.set(jdbc.sql("select count(*) from audit_event where act = 'estate.exported'")
                        .query(Long.class)
                        .single()));
        return exports.get();
    }

    @Test
    void holdsNothingOfAnotherEstate() throws IOException {
        var act = "foreign-" + UUID.randomUUID();
        inEstate(
                linyuan(),
                () -> jdbc.sql(
                                "insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), 'a', ?, 't', 'i')")
                        .param(act)
                        .update());
        assertThat(files(exportOf(DISAI)).values()).noneMatch(file -> new String(file, UTF_8).contains(act));
    }

    /** What is exported as it lies can't be read by anybody once the estate's key is gone. */
    @Test
    void everyEncryptedColumnIsMadeReadable() {
        inEstate(
                disai(),
                () -> assertThat(jdbc.sql("""
                                select relname || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid
                                where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition
                                  and attname like '%cipher' and not attisdropped and relname in (:exported)
                                """)
                                .param("exported", tables.names())
                                .query(String.class)
                                .list())
                        .isNotEmpty()
                        .isSubsetOf(secrets.stream()
                                .flatMap(secret -> secret.plainNames().keySet().stream()
                                        .map(column -> secret.table() + "." + column))
                                .toList()));
    }

    @Test
    void opensForNobodyWhoHasNotThePassphrase() {
        var zip = exportOf(DISAI);
        assertThat(new String(zip, ISO_8859_1)).doesNotContain("estate.exported", DISAI.toString());
        assertThatThrownBy(() -> Archives.open(zip, "2222-2222-2222-2222-2222-2222"))
                .isInstanceOf(ZipException.class);
        var ofAnother = CurrentEstate.call(linyuan(), passphrases::forArchive);
        assertThatThrownBy(() -> Archives.open(zip, ofAnother)).isInstanceOf(ZipException.class);
    }

    @Test
    void runsNothingInTheSpreadsheetThatOpensIt() throws IOException {
        var written = Map.of("-1+cmd|x", "'-1+cmd|x", "@x", "'@x", "-12.5", "-12.5", "-", "'-", "-1e-7", "-1e-7");
        written.keySet()
                .forEach(act -> inEstate(
                        disai(),
                        () -> jdbc.sql(
                                        "insert into audit_event (at, actor, act, subject_type, subject_id) values (now(), 'cells', ?, 't', 'i')")
                                .param(act)
                                .update()));
        var csv = new String(files(exportOf(DISAI)).get("data/audit_event.csv"), UTF_8);
        assertThat(csv.lines().filter(line -> line.contains(",cells,")).map(line -> line.split(",")[3]))
                .containsExactlyInAnyOrderElementsOf(written.values());
    }

    private byte[] exportOf(UUID estate) {
        var answer = http().as(TestIssuer.serviceToken()).post("/internal/estates/" + estate + "/export", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        return answer.response().body();
    }

    private Map<String, byte[]> files(byte[] zip) throws IOException {
        return Archives.open(zip, CurrentEstate.call(disai(), passphrases::forArchive));
    }
}
