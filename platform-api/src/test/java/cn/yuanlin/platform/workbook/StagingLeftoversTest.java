package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is deleted of uploads, and when. */
class StagingLeftoversTest extends WorkbookPlatformTest {
    private final UUID workbook = UUID.randomUUID();

    @Autowired
    private StagingLeftovers leftovers;

    @Test
    void anOpenedEstateKeepsNothingOfItsWorkbooksButKnowsThatItWasImported() {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        stage(estate, UUID.randomUUID(), WorkbookFixture.small().bytes());
        var imported = importInto(estate, workbook);
        open(estate);

        assertThat(pieces(estate)).isZero();
        assertThat(number(estate, "select count(*) from cell.staged_workbook where estate_id = '" + estate + "'"))
                .isZero();
        for (var what : List.of("/marked-copy", "/shops", "/committee-contact"))
            assertThat(service().get(path(estate, workbook) + what).status())
                    .as(what)
                    .isEqualTo(404);
        assertThat(importInto(estate, workbook).status()).isEqualTo(200);
        assertThat(importInto(estate, workbook).text()).isEqualTo(imported.text());
        close(estate);
    }

    @Test
    void nothingIsStagedForAnEstateThatIsOpen() {
        var estate = emptyEstate();
        open(estate);
        var answer = stage(estate, workbook, WorkbookFixture.small().bytes());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/estate-already-open");
        assertThat(pieces(estate)).isZero();
        close(estate);
    }

    @Test
    void theNewestFiveAreKept() {
        var estate = stagedEstate();
        var workbooks = Stream.generate(UUID::randomUUID).limit(6).toList();
        for (var each : workbooks) stage(estate, each, WorkbookFixture.small().bytes());
        assertThat(workbooks.stream()
                        .map(each ->
                                service().get(path(estate, each) + "/shops").status()))
                .containsExactly(404, 200, 200, 200, 200, 200);
        assertThat(number(
                        estate,
                        "select count(distinct upload) from cell.staged_chunk where estate_id = '" + estate + "'"))
                .isEqualTo(5);
    }

    @Test
    void anUploadThatWasBrokenOffAnHourAgoGoesWithTheNext() throws SQLException {
        var estate = stagedEstate();
        brokenOff(estate, "61 minutes");
        brokenOff(estate, "59 minutes");
        stage(estate, workbook, WorkbookFixture.small().bytes());
        assertThat(number(
                        estate,
                        "select count(*) from cell.staged_chunk c where estate_id = '" + estate
                                + "' and upload not in (select upload from cell.staged_workbook)"))
                .isEqualTo(1);
    }

    @Test
    void whatNobodyWentOnWithForThirtyDaysGoesByItself() throws SQLException {
        var estate = stagedEstate();
        var abandoned = UUID.randomUUID();
        stage(estate, abandoned, WorkbookFixture.small().bytes());
        stage(estate, workbook, WorkbookFixture.small().bytes());
        brokenOff(estate, "31 days");
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute(
                    "update cell.staged_chunk set stored_at = now() - interval '31 days' where workbook_id = '"
                            + abandoned
                            + "'; update cell.staged_workbook set staged_at = now() - interval '31 days' where id = '"
                            + abandoned + "'");
        }
        leftovers.forgetAbandoned();
        var gone = service().get(path(estate, abandoned));
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("type").asString()).isEqualTo("/problems/workbook-not-found");
        var kept = service().get(path(estate, workbook));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().path("sha256").asString()).hasSize(64);
        assertThat(number(
                        estate,
                        "select count(*) from cell.staged_chunk where estate_id = '" + estate + "' and workbook_id <> '"
                                + workbook + "'"))
                .isZero();
    }

    /** The first piece of an upload whose process was killed. */
    private static void brokenOff(UUID estate, String ago) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    insert into cell.staged_chunk (estate_id, workbook_id, upload, position, content, stored_at)
                    values ('%s', gen_random_uuid(), gen_random_uuid(), 0, '', now() - interval '%s')
                    """.formatted(estate, ago));
        }
    }

    private static long pieces(UUID estate) {
        return number(estate, "select count(*) from cell.staged_chunk where estate_id = '" + estate + "'");
    }

    private void open(UUID estate) {
        move(estate, "ACTIVE");
    }

    /** So that it can be removed after the test. */
    private void close(UUID estate) {
        move(estate, "ARCHIVED");
    }

    private void move(UUID estate, String state) {
        assertThat(service()
                        .put("/internal/estates/" + estate + "/state", Map.of("state", state))
                        .status())
                .isEqualTo(200);
    }
}
