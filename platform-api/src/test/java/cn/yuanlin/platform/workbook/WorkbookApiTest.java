package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.TestCell;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WorkbookApiTest extends WorkbookPlatformTest {
    private static final int SHOPS = 2_500;

    private final UUID workbook = UUID.randomUUID();

    @Test
    void stagesAndReportsBeforeTheEstateHasASchema() throws Exception {
        var file = WorkbookFixture.small().set("业主", 0, 3, "1380000").bytes();
        var estate = stagedEstate();
        var answer = stage(estate, workbook, file);
        assertThat(answer.status()).isEqualTo(200);
        var report = answer.json();
        assertThat(report.path("workbook").asString()).isEqualTo(workbook.toString());
        assertThat(report.path("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        assertThat(report.path("sizeBytes").asInt()).isEqualTo(file.length);
        assertThat(report.path("importable").asBoolean()).isFalse();
        assertThat(report.path("refused").isNull()).isTrue();
        assertThat(report.path("errorCount").asInt()).isEqualTo(1);
        assertThat(report.path("errorsTruncated").asBoolean()).isFalse();
        var error = report.path("errors").path(0);
        assertThat(error.path("sheet").asString()).isEqualTo("业主");
        assertThat(error.path("cell").asString()).isEqualTo("D3");
        assertThat(error.path("column").asString()).isEqualTo("手机");
        assertThat(error.path("code").asString()).isEqualTo("PHONE_FORMAT");
        assertThat(error.path("message").asString()).isEqualTo("业主!D3：手机号应为11位");
        var holders = report.path("sheets").path(3);
        assertThat(holders.path("name").asString()).isEqualTo("业主");
        assertThat(holders.path("rows").asInt()).isEqualTo(3);
        assertThat(holders.path("errors").asInt()).isEqualTo(1);
        assertThat(importInto(estate, workbook).json().path("type").asString())
                .isEqualTo("/problems/estate-without-schema");
    }

    @Test
    void answersARefusalAsAReport() {
        var answer = stage(stagedEstate(), workbook, "户号,姓名\n1-1-101,业主甲\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("refused").path("code").asString()).isEqualTo("TEXT_FILE");
        assertThat(answer.json().path("refused").path("message").asString()).contains("另存为 .xlsx");
    }

    @Test
    void keepsNothingReadableWhereItStagesNorInItsLog(CapturedOutput log) throws SQLException {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        importInto(estate, workbook);
        service().get(path(estate, workbook) + "/committee-contact");
        service().get(path(estate, workbook) + "/marked-copy");
        var staged = new ByteArrayOutputStream();
        try (var connection = TestCell.connectAsSuperuser();
                var select = connection.prepareStatement(
                        "select content from cell.staged_chunk where workbook_id = ? order by position")) {
            select.setObject(1, workbook);
            try (var rows = select.executeQuery()) {
                while (rows.next()) staged.writeBytes(rows.getBytes(1));
            }
        }
        var bytes = staged.toString(StandardCharsets.ISO_8859_1);
        assertThat(bytes).hasSizeGreaterThan(5_000).doesNotContain("PK\u0003\u0004", "sharedStrings", "worksheets");
        assertThat(log.getAll())
                .doesNotContain("业主甲", "业主乙", "13800000001", IdentityNumberFixture.resident(1), "成员甲", "13900000001");
    }

    @Test
    void replacesAnEarlierUploadOfTheSameWorkbook() {
        var estate = stagedEstate();
        assertThat(stage(
                                estate,
                                workbook,
                                WorkbookFixture.small().set("户", 0, 3, "?").bytes())
                        .json()
                        .path("importable")
                        .asBoolean())
                .isFalse();
        assertThat(stage(estate, workbook, WorkbookFixture.small().bytes())
                        .json()
                        .path("importable")
                        .asBoolean())
                .isTrue();
        assertThat(number(
                        estate,
                        "select count(distinct upload) from cell.staged_chunk where workbook_id = '" + workbook + "'"))
                .isEqualTo(1);
        assertThat(service()
                        .get(path(estate, workbook) + "/shops")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void stopsAnUploadThatIsTooLargeAndKeepsNothing() {
        var estate = stagedEstate();
        var answer = stage(estate, workbook, new byte[WorkbookFile.MAX_BYTES + 1]);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/workbook-too-large");
        var streamed = service()
                .putStream(path(estate, workbook), new ByteArrayInputStream(new byte[WorkbookFile.MAX_BYTES + 1]));
        assertThat(streamed.status()).isEqualTo(413);
        assertThat(number(estate, "select count(*) from cell.staged_chunk where estate_id = '" + estate + "'"))
                .isZero();
        assertThat(stage(estate, workbook, new byte[WorkbookFile.MAX_BYTES]).status())
                .isEqualTo(200);
    }

    @Test
    void marksTheWrongCellsInACopyOfTheUpload() throws IOException {
        var estate = stagedEstate();
        var file = WorkbookFixture.small()
                .set("业主", 0, 3, "1380000")
                .set("业主", 1, 1, "=1+1")
                .set("业主", 1, 7, null)
                .set("公告", 0, 2, null)
                .bytes();
        stage(estate, workbook, file);
        var answer = service().get(path(estate, workbook) + "/marked-copy");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(WorkbookController.XLSX);
        try (var copy =
                new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            var holders = copy.getSheet("业主");
            var wrong = holders.getRow(2).getCell(3);
            assertThat(wrong.getStringCellValue()).isEqualTo("1380000");
            assertThat(wrong.getCellComment().getString().getString()).isEqualTo("手机号应为11位");
            assertThat(wrong.getCellStyle().getFillForegroundColor())
                    .isNotEqualTo(holders.getRow(2).getCell(1).getCellStyle().getFillForegroundColor());
            // Text that looks like a formula stays text, even after somebody edits the cell.
            var injected = holders.getRow(3).getCell(1);
            assertThat(injected.getStringCellValue()).isEqualTo("=1+1");
            assertThat(injected.getCellStyle().getQuotePrefixed()).isTrue();
            // A warning, on a cell that the upload did not have.
            assertThat(holders.getRow(3).getCell(7).getCellComment().getString().getString())
                    .isEqualTo("这一户由多人共有，还没有推选表决代表");
            assertThat(holders.getPaneInformation().isFreezePane()).isTrue();
            assertThat(holders.getDataValidations()).hasSize(10);
            assertThat(copy.getSheet("公告")
                            .getRow(2)
                            .getCell(2)
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo("不能为空");
            assertThat(copy.getSheet("户").getRow(2).getCell(3).getNumericCellValue())
                    .isEqualTo(89.5);
        }
        var again = stage(estate, UUID.randomUUID(), answer.response().body()).json();
        assertThat(again.path("errorCount").asInt()).isEqualTo(2);
        assertThat(again.path("warningCount").asInt()).isEqualTo(1);
    }

    @Test
    void importsOnceHoweverOftenItIsAsked() {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        var first = importInto(estate, workbook);
        assertThat(first.text())
                .isEqualTo(
                        "{\"counts\":{\"buildings\":1,\"units\":2,\"owners\":3,\"products\":1,\"shops\":1,\"funds\":1,\"notices\":1}}");
        assertThat(importInto(estate, workbook).text()).isEqualTo(first.text());
        assertThat(number(estate, "select count(*) from $e.unit")).isEqualTo(2);
        assertThat(number(estate, "select sum(area_dm2) from $e.unit")).isEqualTo(20_955);
        assertThat(number(estate, "select count(*) from $e.holding")).isEqualTo(3);
        assertThat(number(estate, "select count(*) from $e.roll_version")).isEqualTo(1);
        assertThat(number(estate, "select price_fen from $e.product")).isEqualTo(90);
        assertThat(number(estate, "select count(*) from cell.outbox where estate = '$e'"))
                .isEqualTo(1);
        await().until(() -> number(
                        estate,
                        "select coalesce(sum(balance_fen), 0) from $e.account_balance b join $e.account a on a.id = b.account_id"
                                + " where a.kind = 'BANK'")
                == 1_234_567);
    }

    @Test
    void refusesASecondWorkbookForTheSameEstate() {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        importInto(estate, workbook);
        var other = UUID.randomUUID();
        stage(estate, other, WorkbookFixture.small().bytes());
        var answer = importInto(estate, other);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/estate-already-imported");
    }

    @Test
    void writesNothingOfAWorkbookWithErrors() {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().set("公告", 0, 2, "?").bytes());
        var answer = importInto(estate, workbook);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/workbook-not-importable");
        assertThat(answer.json().path("errorCount").asInt()).isEqualTo(1);
        assertThat(rowsIn(estate)).isZero();
    }

    @Test
    void leavesNothingBehindWhenItsTransactionIsKilled() throws Exception {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            // The last thing an import writes into waits for this lock: by then everything else is written.
            statement.execute("lock table " + schemaOf(estate) + ".notice in share mode");
            var importing = CompletableFuture.supplyAsync(() -> importInto(estate, workbook));
            await().until(() -> waiting(estate) == 1);
            number(
                    estate,
                    "select count(pg_terminate_backend(pid)) from pg_locks where not granted and relation = '$e.notice'::regclass");
            assertThat(importing.get().status()).isBetween(500, 503);
            superuser.rollback();
        }
        assertThat(rowsIn(estate)).isZero();
        assertThat(importInto(estate, workbook).status()).isEqualTo(200);
        assertThat(number(estate, "select count(*) from $e.unit")).isEqualTo(2);
    }

    @Test
    void importsOnceWhenTwoAskAtTheSameTime() throws Exception {
        var estate = emptyEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table " + schemaOf(estate) + ".notice in share mode");
            var first = CompletableFuture.supplyAsync(() -> importInto(estate, workbook));
            await().until(() -> waiting(estate) == 1);
            var second = CompletableFuture.supplyAsync(() -> importInto(estate, workbook));
            await().until(() -> number(
                            estate,
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%workbook_import%'")
                    == 1);
            superuser.rollback();
            assertThat(first.get().status()).isEqualTo(200);
            assertThat(second.get().text()).isEqualTo(first.get().text());
        }
        assertThat(number(estate, "select count(*) from $e.unit")).isEqualTo(2);
        assertThat(number(estate, "select count(*) from cell.outbox where estate = '$e'"))
                .isEqualTo(1);
    }

    @Test
    void listsAllShopsInOneAnswer() {
        var fixture = WorkbookFixture.small().without("小店");
        for (int i = 0; i < SHOPS; i++)
            fixture.row("小店", "小店" + i, "餐饮", null, "示范路" + i + "号", null, i == 0 ? "外送、跑腿代买" : null);
        var estate = stagedEstate();
        stage(estate, workbook, fixture.bytes());
        var shops = service().get(path(estate, workbook) + "/shops").json();
        assertThat(shops.path("items").size()).isEqualTo(SHOPS);
        assertThat(shops.path("items").path(0).toString())
                .isEqualTo(
                        "{\"name\":\"小店0\",\"kind\":\"餐饮\",\"phone\":\"\",\"address\":\"示范路0号\",\"hours\":\"\",\"services\":[\"外送\",\"跑腿代买\"]}");
        assertThat(shops.path("items").path(SHOPS - 1).path("name").asString()).isEqualTo("小店" + (SHOPS - 1));
        assertThat(shops.path("next").isNull()).isTrue();
    }

    @Test
    void tellsWhomToInvite() {
        var estate = stagedEstate();
        stage(estate, workbook, WorkbookFixture.small().bytes());
        assertThat(service().get(path(estate, workbook) + "/committee-contact").text())
                .isEqualTo("{\"name\":\"成员甲\"}");
    }

    @Test
    void knowsNoWorkbookThatWasNotStaged() {
        var estate = emptyEstate();
        for (var what : List.of("/marked-copy", "/shops", "/committee-contact"))
            assertThat(service().get(path(estate, workbook) + what).status())
                    .as(what)
                    .isEqualTo(404);
        assertThat(importInto(estate, workbook).status()).isEqualTo(404);
        assertThat(stage(UUID.randomUUID(), workbook, WorkbookFixture.small().bytes())
                        .status())
                .isEqualTo(404);
        // Another estate's workbook is no workbook of this one.
        stage(estate, workbook, WorkbookFixture.small().bytes());
        assertThat(service().get(path(stagedEstate(), workbook) + "/shops").status())
                .isEqualTo(404);
    }

    @Test
    void handsOutTheTemplate() throws IOException {
        var answer = service().get("/internal/workbook-template");
        assertThat(answer.status()).isEqualTo(200);
        try (var template =
                new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            assertThat(template.getNumberOfSheets()).isEqualTo(9);
            var holders = template.getSheet("业主");
            assertThat(holders.getRow(1).getCell(0).getStringCellValue()).startsWith("示例");
            assertThat(holders.getRow(0).getCell(3).getCellComment().getString().getString())
                    .startsWith("选填。11位手机号");
            assertThat(holders.getDataValidations()
                            .get(2)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .containsExactly("个人", "单位", "开发商");
        }
        // Filled in with nothing, it asks for what it needs, and its examples are nobody.
        var empty = stage(stagedEstate(), workbook, answer.response().body()).json();
        assertThat(empty.path("sheets").path(3).path("rows").asInt()).isZero();
        assertThat(empty.path("errors").path(0).path("message").asString()).isEqualTo("小区信息!B2：不能为空");
    }

    private static long waiting(UUID estate) {
        return number(estate, "select count(*) from pg_locks where not granted and relation = '$e.notice'::regclass");
    }

    private static long rowsIn(UUID estate) {
        return number(estate, """
                select (select count(*) from $e.profile) + (select count(*) from $e.building) + (select count(*) from $e.unit)
                     + (select count(*) from $e.person) + (select count(*) from $e.holding) + (select count(*) from $e.roll_version)
                     + (select count(*) from $e.product) + (select count(*) from $e.category) + (select count(*) from $e.notice)
                     + (select count(*) from $e.workbook_import) + (select count(*) from cell.outbox where estate = '$e')
                """);
    }
}
