package cn.yuanlin.admin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.FakeExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ArchiveTest extends CellTest {
    private static final Path DIRECTORY = Path.of("target/archive-of-tests");

    @Test
    void keepsTheCellsExportAsItCameAndKeepsTheEstateForItsGracePeriod() throws IOException {
        var estate = activeEstate();

        assertThat(archive(estate, slugOf(estate)).status()).isEqualTo(202);
        await().until(() -> stateOf(estate).equals("ARCHIVED"));

        assertThat(cell.tenants().get(estate).state()).isEqualTo("ARCHIVED");
        var export = staff.get("/api/platform/estates/" + estate + "/export");
        assertThat(export.text()).startsWith("PK").contains("manifest.json");
        var onDisk = DIRECTORY.resolve(estate + ".zip");
        assertThat(new ZipFile(onDisk.toFile()).getFileHeaders()).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onDisk)))
                .isEqualTo("rw-------");
        assertThat(delete(estate).json().path("type").asString()).isEqualTo("/problems/still-in-grace");
    }

    @Test
    void aWrongSlugArchivesAndDeletesNothing() {
        var estate = activeEstate();

        assertThat(archive(estate, "not-this-one").status()).isEqualTo(400);
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
    }

    @Test
    void afterTheGracePeriodOrganizationSchemaAndExportGo() {
        var estate = archivedEstate();
        var slug = slugOf(estate);
        assertThat(confirm(estate, sha256(fetch(estate).body())).status()).isEqualTo(200);
        graceIsOver(estate);

        assertThat(delete(estate).status()).isEqualTo(202);
        await().until(() -> stateOf(estate).equals("DELETED"));

        assertThat(cell.tenants()).doesNotContainKey(estate);
        assertThat(keycloak.organizationsOf(estate)).isZero();
        assertThat(keycloak.usernamesLike(slug)).isEmpty();
        assertThat(DIRECTORY.resolve(estate + ".zip")).doesNotExist();
        assertThat(staff.get("/api/platform/estates/" + estate + "/export").status())
                .isEqualTo(404);
        assertThat(owner.sql("select estates from control.cell where code = ?")
                        .param(cellCode)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCellThatIsAwayDelaysTheExportAndLosesNothing() {
        var estate = activeEstate();
        cell.breakWhere(call -> call.endsWith("/export"));
        archive(estate, slugOf(estate));
        await().until(() -> cell.calls("POST /internal/estates/" + estate + "/export") > 0);
        assertThat(stateOf(estate)).isEqualTo("SUSPENDED");

        cell.breakWhere(call -> false);

        await().until(() -> stateOf(estate).equals("ARCHIVED"));
    }

    @Test
    void anExportThatFailsIsTakenBackByReactivating() {
        var estate = activeEstate();
        cell.breakWhere(call -> call.endsWith("/export"));
        archive(estate, slugOf(estate));

        await().until(() -> triedOrDone(estate)
                && staff.post("/api/platform/estates/" + estate + "/reactivation")
                                .status()
                        == 200);

        cell.breakWhere(call -> false);
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("ACTIVE");
        assertThat(details(estate, "estate.withdraw-archive")).hasSize(1);
        assertThat(archive(estate, slugOf(estate)).status()).isEqualTo(202);
        await().until(() -> stateOf(estate).equals("ARCHIVED"));
    }

    @ParameterizedTest
    @EnumSource(value = FakeExport.class, names = "WHOLE", mode = EnumSource.Mode.EXCLUDE)
    void anExportThatIsNotWholeArchivesNothingAndIsAskedForAgain(FakeExport broken) {
        var estate = activeEstate();
        cell.exportAs(broken);

        archive(estate, slugOf(estate));
        await().until(() -> triedOrDone(estate));

        assertThat(stateOf(estate)).isEqualTo("SUSPENDED");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("SUSPENDED");
        assertThat(DIRECTORY.resolve(estate + ".zip")).doesNotExist();
        cell.exportAs(FakeExport.WHOLE);
        await().until(() -> stateOf(estate).equals("ARCHIVED"));
    }

    @Test
    void anEstateThatNeverLivedIsNotArchived() {
        var estate = verifiedEstate();

        assertThat(archive(estate, slugOf(estate)).status()).isEqualTo(409);
    }

    @Test
    void anArchiveThatNobodyCouldOpenIsMadeOnlyWhenAskedForOutright() {
        var estate = activeEstate();
        cell.tenants().get(estate).leavePassphrase();

        var refused = archive(estate, slugOf(estate));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/passphrase-not-taken");
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");

        var forced = staff.post(
                "/api/platform/estates/" + estate + "/archiving",
                Map.of("reason", "业委会已解散", "slugTyped", slugOf(estate), "evenIfPassphraseNotTaken", true));

        assertThat(forced.status()).isEqualTo(202);
        assertThat(details(estate, "estate.archive").getFirst())
                .contains("业委会已解散")
                .contains("\"passphraseTaken\": false");
    }

    @Test
    void theOnlyCopyIsDeletedOnlyWhenAskedForOutright() {
        var estate = archivedEstate();
        graceIsOver(estate);
        fetch(estate);
        staff.send("HEAD", "/api/platform/estates/" + estate + "/export", null);

        var refused = delete(estate);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("/problems/archive-not-fetched");
        assertThat(stateOf(estate)).isEqualTo("ARCHIVED");
        var forced = staff.post(
                "/api/platform/estates/" + estate + "/deletion",
                Map.of("slugTyped", slugOf(estate), "evenIfNotFetched", true));
        assertThat(forced.status()).isEqualTo(202);
        assertThat(details(estate, "estate.delete").getFirst()).contains("\"fetched\": false");
    }

    @Test
    void whatIsNotTheWholeFileCountsForNothing() {
        var estate = archivedEstate();
        var whole = fetch(estate).body();

        var half = confirm(estate, sha256(Arrays.copyOf(whole, whole.length / 2)));

        assertThat(half.status()).isEqualTo(409);
        assertThat(half.json().path("type").asString()).isEqualTo("/problems/archive-differs");
        assertThat(archiveOf(estate).path("fetchedAt").isNull()).isTrue();
        assertThat(details(estate, "estate.have-export")).isEmpty();
    }

    @Test
    void whoHasTheFileIsOnTheRecordAndSinceWhenIsShown() {
        var estate = archivedEstate();
        assertThat(archiveOf(estate).path("state").asString()).isEqualTo("EXPORTED");
        var sha256 = sha256(fetch(estate).body());

        var first = confirm(estate, sha256).json().path("archive").path("fetchedAt");
        var second = confirm(estate, sha256).json().path("archive").path("fetchedAt");

        assertThat(first.asString()).isNotBlank().isEqualTo(second.asString());
        assertThat(archiveOf(estate).path("fetchedAt").asString()).isEqualTo(first.asString());
        assertThat(details(estate, "estate.have-export")).hasSize(2);
    }

    @Test
    void nobodyHasWhatIsNotExported() {
        var estate = activeEstate();

        assertThat(confirm(estate, "0".repeat(64)).status()).isEqualTo(404);
        assertThat(staff.get("/api/platform/estates/" + estate)
                        .json()
                        .path("archive")
                        .isNull())
                .isTrue();
    }

    @Test
    void everyDownloadIsOnTheRecord() {
        var estate = archivedEstate();

        staff.get("/api/platform/estates/" + estate + "/export");
        staff.get("/api/platform/estates/" + estate + "/export");

        assertThat(details(estate, "estate.fetch-export")).hasSize(2);
    }

    private Api.Answer fetch(UUID estate) {
        return staff.get("/api/platform/estates/" + estate + "/export");
    }

    private Api.Answer confirm(UUID estate, String sha256) {
        return staff.send("PUT", "/api/platform/estates/" + estate + "/export/fetched", Map.of("sha256", sha256));
    }

    private JsonNode archiveOf(UUID estate) {
        return staff.get("/api/platform/estates/" + estate).json().path("archive");
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private boolean triedOrDone(UUID estate) {
        return owner.sql("select attempts > 0 or state <> 'EXPORTING' from control.archive where estate_id = ?")
                .param(estate)
                .query(Boolean.class)
                .single();
    }

    private List<String> details(UUID estate, String act) {
        return owner.sql("select detail::text from control.audit_event where subject_id = ? and act = ?")
                .params(estate.toString(), act)
                .query(String.class)
                .list();
    }

    private UUID archivedEstate() {
        var estate = activeEstate();
        archive(estate, slugOf(estate));
        await().until(() -> stateOf(estate).equals("ARCHIVED"));
        return estate;
    }

    private void graceIsOver(UUID estate) {
        owner.sql("""
                        update control.estate set archived_at = now() - interval '2 days', delete_after = now() - interval '1 day'
                        where id = ?
                        """).param(estate).update();
    }

    private Api.Answer archive(UUID estate, String slugTyped) {
        return staff.post(
                "/api/platform/estates/" + estate + "/archiving", Map.of("reason", "拆迁", "slugTyped", slugTyped));
    }

    private Api.Answer delete(UUID estate) {
        return staff.post("/api/platform/estates/" + estate + "/deletion", Map.of("slugTyped", slugOf(estate)));
    }

    private String slugOf(UUID estate) {
        return staff.get("/api/platform/estates/" + estate).json().path("slug").asString();
    }
}
