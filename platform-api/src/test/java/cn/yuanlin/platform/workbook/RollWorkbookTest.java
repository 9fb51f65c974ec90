package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.shared.ProblemException;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestTasks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An estate that is in use: its roll goes out as a workbook and comes back changed. */
class RollWorkbookTest extends WorkbookPlatformTest {
    private static final int AREA = 3;
    private static final int NAME = 1;
    private static final int PHONE = 3;
    private static final int SHARE = 6;
    private static final int AGENT = 8;
    private static final int AGENT_PHONE = 9;

    @Autowired
    private RollWorkbooks workbooks;

    @Autowired
    private JdbcClient jdbc;

    private UUID estate;

    @BeforeEach
    void anEstateInUse() {
        estate = emptyEstate();
        var workbook = UUID.randomUUID();
        assertThat(stage(estate, workbook, WorkbookFixture.small().bytes())
                        .json()
                        .get("importable")
                        .asBoolean())
                .isTrue();
        assertThat(importInto(estate, workbook).status()).isEqualTo(200);
        assertThat(service()
                        .put("/internal/estates/" + estate + "/state", Map.of("state", "ACTIVE"))
                        .status())
                .isEqualTo(200);
        Members.admit(http(), estate, "chair", Role.COMMITTEE);
        Members.admit(http(), estate, "clerk", Role.PROPERTY, Role.OWNER, Role.AUDITOR);
    }

    @AfterEach
    void mayBeRemoved() {
        service().put("/internal/estates/" + estate + "/state", Map.of("state", "ARCHIVED"));
    }

    @Test
    void comesBackUnchangedWithoutADifference() {
        var preview = previewed(exported());
        assertThat(preview.get("errors")).isEmpty();
        var difference = preview.get("difference");
        assertThat(difference.get("unitsUnchanged").asInt()).isEqualTo(2);
        assertThat(difference.get("units")).isEmpty();
        assertThat(difference.get("personsCorrected").asInt()).isZero();
        var applied = apply(preview);
        assertThat(applied.status()).isEqualTo(409);
        assertThat(applied.json().get("type").asString()).isEqualTo("/problems/roll-import-changes-nothing");
    }

    @Test
    void goesOutInPlainToTheCommitteeAndLeavesATrace() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(exported()))) {
            var holders = workbook.getSheet("业主");
            assertThat(holders.getLastRowNum()).isEqualTo(3);
            assertThat(holders.getRow(1).getCell(NAME).getStringCellValue()).isEqualTo("业主甲");
            assertThat(holders.getRow(1).getCell(PHONE).getStringCellValue()).isEqualTo("13800000001");
            assertThat(workbook.getSheet("户").getRow(2).getCell(AREA).getNumericCellValue())
                    .isEqualTo(120.05);
        }
        assertThat(
                        number(
                                estate,
                                "select count(*) from $e.audit_event where act = 'roll.export' and actor = 'chair' and detail ->> 'reason' = '核对'"))
                .isOne();
        assertThat(as("clerk").post(api("/roll/export"), Map.of("reason", "核对")).status())
                .isEqualTo(403);
        assertThat(as("chair").post(api("/roll/export"), Map.of("reason", "")).status())
                .isEqualTo(400);
    }

    /** Taking all out at once is no way around being seen, nor around the limit on single looks. */
    @Test
    void everybodyOnItSeesWhoTookItOut() {
        inEstate(registry.byId(estate).orElseThrow(), () -> jdbc.sql("""
                insert into membership (subject, name, relation, state, rights, door, door_key, unit_id, person_id,
                    awaits_decision, asked_at)
                select 'living', p.name, 'OWNER', 'VERIFIED', 'OWNER', '1-1-101', u.sort_key, u.id, p.id, false, now()
                from holding h join unit u on u.id = h.unit_id join person p on p.id = h.person_id
                where p.name = '业主甲'
                """).update());
        assertThat(as("living").get(api("/me/disclosures")).json().path("items"))
                .isEmpty();
        exported();
        var seen = as("living").get(api("/me/disclosures")).json().path("items");
        assertThat(seen.valueStream().map(one -> one.path("field").asString()))
                .containsExactlyInAnyOrder("PHONE", "ID_NUMBER");
        for (var one : seen) {
            assertThat(one.path("person").asString()).isEqualTo("业主甲");
            assertThat(one.path("reader").asString()).isEqualTo("测试chair");
            assertThat(one.path("reason").asString()).isEqualTo("核对");
        }
        assertThat(number(estate, "select count(*) from $e.personal_data_reading where reader = 'chair'"))
                .isEqualTo(
                        number(
                                estate,
                                "select count(p.phone_cipher) + count(p.id_cipher) from $e.person p where p.id in (select person_id from $e.holding)"));
    }

    @Test
    void goesOutAFewTimesADayAndLeavesSingleLooksAlone() {
        for (int n = 0; n < 5; n++) exported();
        var once = as("chair").post(api("/roll/export"), Map.of("reason", "核对"));
        assertThat(once.status()).isEqualTo(429);
        assertThat(once.json().get("type").asString()).isEqualTo("/problems/too-many-roll-exports");
        assertThat(number(estate, "select count(distinct export_id) from $e.personal_data_reading"))
                .isEqualTo(5);
    }

    /** Who came onto the roll after all on it were told, was not told. */
    @Test
    void doesNotGoOutIfItChangedMeanwhile() {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> CurrentEstate.run(
                        registry.byId(estate).orElseThrow(), () -> workbooks.write(out, UUID.randomUUID())))
                .isInstanceOf(ProblemException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void showsWhatWouldChangeAndChangesNothingYet() {
        var preview = previewed(changed(RollWorkbookTest::sellAndRemeasure));
        var difference = preview.get("difference");
        assertThat(difference.get("unitsChanged").asInt()).isOne();
        assertThat(difference.get("holdersChanged").asInt()).isOne();
        var first = difference.get("units").get(0);
        assertThat(first.get("number").asString()).isEqualTo("1幢1单元101室");
        assertThat(first.get("before").get("areaDm2").asLong()).isEqualTo(8_950);
        assertThat(first.get("after").get("areaDm2").asLong()).isEqualTo(8_951);
        assertThat(first.get("before").get("holders").get(0).get("name").asString())
                .isEqualTo("业主甲");
        assertThat(first.get("after").get("holders").get(0).get("name").asString())
                .isEqualTo("新业主");
        assertThat(preview.toString()).doesNotContain("13800000001");
        assertThat(number(estate, "select area_dm2 from $e.unit where room = '101'"))
                .isEqualTo(8_950);
    }

    @Test
    void appliesWhatWasShownAndKeepsWhatWas() {
        var applied = apply(previewed(changed(RollWorkbookTest::sellAndRemeasure)));
        assertThat(applied.status()).as(applied.text()).isEqualTo(200);
        assertThat(number(estate, "select area_dm2 from $e.unit where room = '101'"))
                .isEqualTo(8_951);
        assertThat(number(estate, "select count(*) from $e.unit_record")).isEqualTo(3);
        assertThat(number(estate, "select count(*) from $e.ownership")).isEqualTo(4);
        assertThat(number(estate, "select count(*) from $e.ownership_end")).isOne();
        assertThat(number(estate, "select count(*) from $e.preview")).isZero();
        assertThat(previewed(exported()).get("difference").get("units")).isEmpty();
        var check =
                service().get("/internal/estates/" + estate + "/smoke-check").json();
        assertThat(check.get("checks").valueStream())
                .filteredOn(one -> one.get("name").asString().startsWith("业主名册"))
                .hasSize(2)
                .allMatch(one -> one.get("ok").asBoolean());
        assertThat(number(estate, "select count(*) from $e.roll_event where kind = 'IMPORTED' and reason = '年度核对'"))
                .isOne();
    }

    @Test
    void readsTheAreaAsItWasOnADayBefore() {
        assertThat(number(estate, """
                        with r as (update $e.unit_record set valid_from = valid_from - 9 returning 1),
                             o as (update $e.ownership set valid_from = valid_from - 9 returning 1),
                             e as (update $e.roll_event set effective_on = effective_on - 9 returning 1)
                        select (select count(*) from r) + (select count(*) from o) + (select count(*) from e)""")).isEqualTo(6);
        assertThat(apply(previewed(changed(RollWorkbookTest::sellAndRemeasure))).status())
                .isEqualTo(200);
        var since = as("chair")
                .get(api("/roll?asOf=2001-01-01"))
                .json()
                .get("since")
                .asString();
        var then =
                as("chair").get(api("/roll?asOf=" + since)).json().get("items").get(0);
        assertThat(then.get("unit").get("areaDm2").asLong()).isEqualTo(8_950);
        assertThat(then.get("holders").get(0).get("name").asString()).isEqualTo("业主甲");
        var now = as("chair").get(api("/roll")).json().get("items").get(0);
        assertThat(now.get("unit").get("areaDm2").asLong()).isEqualTo(8_951);
        assertThat(now.get("holders").get(0).get("name").asString()).isEqualTo("新业主");
    }

    @Test
    void isOfTheDayTheOnboardingWorkbookNames() {
        var other = emptyEstate();
        var workbook = UUID.randomUUID();
        stage(
                other,
                workbook,
                WorkbookFixture.small().field("名册日期", "2025-12-31").bytes());
        assertThat(importInto(other, workbook).status()).isEqualTo(200);
        assertThat(number(other, "select count(*) from $e.ownership where valid_from = '2025-12-31'"))
                .isEqualTo(3);
        assertThat(number(other, "select count(*) from $e.unit_record where valid_from = '2025-12-31'"))
                .isEqualTo(2);
        assertThat(number(other, "select count(*) from $e.roll_event where effective_on = '2025-12-31'"))
                .isOne();
    }

    @Test
    void addsBuildingsAndUnitsAndLeavesThoseAloneThatAreNotNamed() {
        var file = WorkbookFixture.empty()
                .row("楼幢", "1幢", 18)
                .row("楼幢", "2幢", 6)
                .row("户", "2幢", null, "201", new BigDecimal("77.70"), "登记", "住宅", "已售")
                .row("业主", "2-201", "业主丁", "个人", "13800000004", null, null, null, null)
                .bytes();
        var preview = previewed(file);
        var difference = preview.get("difference");
        assertThat(difference.get("buildingsAdded").asInt()).isOne();
        assertThat(difference.get("unitsAdded").asInt()).isOne();
        assertThat(difference.get("unitsNotNamed").asInt()).isEqualTo(2);
        assertThat(difference.get("units").get(0).get("before").isNull()).isTrue();
        assertThat(apply(preview).status()).isEqualTo(200);
        var figures = as("chair").get(api("/roll/figures")).json();
        assertThat(figures.get("units").asInt()).isEqualTo(3);
        assertThat(figures.get("totalAreaDm2").asLong()).isEqualTo(8_950 + 12_005 + 7_770);
    }

    @Test
    void correctsAPhoneWithoutMakingSomebodyElse() {
        var preview =
                previewed(changed(workbook -> write(workbook.getSheet("业主").getRow(1), PHONE, "13800000099")));
        assertThat(preview.get("difference").get("personsCorrected").asInt()).isOne();
        assertThat(preview.get("difference").get("units")).isEmpty();
        assertThat(apply(preview).status()).isEqualTo(200);
        assertThat(number(estate, "select count(*) from $e.person")).isEqualTo(3);
        var found = as("chair").get(api("/roll?q=13800000099")).json().get("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("holders").get(0).get("phone").asString()).isEqualTo("138****0099");
    }

    @Test
    void bringsWhoActsForAHolderAndTakesThemOutAgain() {
        var preview = previewed(changed(workbook -> {
            act(workbook.getSheet("业主").getRow(1), "监护人", "13700000001");
            // Somebody who is on the roll already is not entered a second time.
            act(workbook.getSheet("业主").getRow(2), "业主甲", "13800000001");
        }));
        assertThat(preview.get("difference").get("holdersChanged").asInt()).isEqualTo(2);
        assertThat(apply(preview).status()).isEqualTo(200);
        assertThat(number(estate, "select count(*) from $e.person")).isEqualTo(4);
        assertThat(number(estate, "select count(*) from $e.holding where representative_id is not null"))
                .isEqualTo(2);
        assertThat(previewed(exported()).get("difference").get("units")).isEmpty();
    }

    @Test
    void refusesWhatWasShownBeforeAnotherChange() {
        var first = previewed(changed(RollWorkbookTest::sellAndRemeasure));
        var second = previewed(changed(
                workbook -> workbook.getSheet("户").getRow(2).getCell(AREA).setCellValue(120.06)));
        assertThat(apply(second).status()).isEqualTo(200);
        var late = apply(first);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").asString()).isEqualTo("/problems/roll-moved");
        assertThat(apply(second).status()).isEqualTo(404);
    }

    @Test
    void namesTheCellsThatAreWrongAndKeepsNothing() {
        var preview = previewed(changed(workbook -> {
            write(workbook.getSheet("业主").getRow(2), SHARE, "1/3");
            act(workbook.getSheet("业主").getRow(1), "监护人", null);
        }));
        assertThat(preview.get("id").isNull()).isTrue();
        assertThat(preview.get("difference").isNull()).isTrue();
        assertThat(preview.get("errors")
                        .valueStream()
                        .map(error -> error.get("code").asString()))
                .containsExactlyInAnyOrder("SHARES_NOT_WHOLE", "AGENT_INCOMPLETE");
        assertThat(previewed("not a workbook".getBytes(ISO_8859_1))
                        .get("refused")
                        .isNull())
                .isFalse();
        assertThat(number(estate, "select count(*) from $e.preview")).isZero();
    }

    @Test
    void keepsAFewPreviewsEncrypted() {
        var file = changed(RollWorkbookTest::sellAndRemeasure);
        for (int n = 0; n < 7; n++) previewed(file);
        assertThat(number(estate, "select count(*) from $e.preview")).isEqualTo(5);
        assertThat(
                        number(
                                estate,
                                "select count(*) from $e.preview where substring(content_cipher from 1 for 2) = convert_to('PK', 'UTF8')"))
                .isZero();
    }

    @Test
    void appliesNoPreviewThatIsOlderThanADay() {
        var preview = previewed(changed(RollWorkbookTest::sellAndRemeasure));
        assertThat(number(estate, """
                        with aged as (update $e.preview set made_at = made_at - interval '25 hours' returning 1)
                        select count(*) from aged""")).isOne();
        assertThat(apply(preview).status()).isEqualTo(404);
        assertThat(number(estate, "select area_dm2 from $e.unit where room = '101'"))
                .isEqualTo(8_950);
    }

    @Test
    void forgetsAPreviewWhenItsDayIsOverWhetherOrNotAnotherIsMade() {
        var preview = UUID.fromString(
                previewed(changed(RollWorkbookTest::sellAndRemeasure)).get("id").asString());
        assertThat(TestTasks.ordersOf(preview)).containsExactly(StalePreviews.NAME);
        TestTasks.makeDue(preview);
        await().until(() -> TestTasks.ordersOf(preview).isEmpty());
        assertThat(number(estate, "select count(*) from $e.preview")).isZero();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(as("chair")
                        .postBytes(api("/roll/import-previews"), new byte[RollWorkbooks.MAX_BYTES + 1])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void isTheCommitteesAlone() {
        var file = exported();
        assertThat(as("clerk").postBytes(api("/roll/import-previews"), file).status())
                .isEqualTo(403);
        var preview = previewed(file).get("id").asString();
        assertThat(as("clerk")
                        .post(api("/roll/import-previews/" + preview + "/application"), Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    private static void sellAndRemeasure(XSSFWorkbook workbook) {
        workbook.getSheet("户").getRow(1).getCell(AREA).setCellValue(89.51);
        var holder = workbook.getSheet("业主").getRow(1);
        write(holder, NAME, "新业主");
        write(holder, PHONE, "13800000055");
        for (int documents : List.of(4, 5)) holder.removeCell(holder.getCell(documents));
    }

    private static void act(Row holder, String name, @Nullable String phone) {
        write(holder, AGENT, name);
        if (phone != null) write(holder, AGENT_PHONE, phone);
    }

    /** Into a cell of its own: POI leaves what an inline text said before beside what it says now. */
    private static void write(Row row, int column, String text) {
        row.createCell(column).setCellValue(text);
    }

    private byte[] exported() {
        var answer = as("chair").post(api("/roll/export"), Map.of("reason", "核对"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.response().body();
    }

    private byte[] changed(Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(exported()))) {
            change.accept(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode previewed(byte[] file) {
        var answer = as("chair").postBytes(api("/roll/import-previews"), file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Http.Answer apply(JsonNode preview) {
        return as("chair")
                .post(
                        api("/roll/import-previews/" + preview.get("id").asString() + "/application"),
                        Map.of("reason", "年度核对"));
    }

    private Http as(String subject) {
        return http().as(tokenOf(subject, estate));
    }

    private String api(String path) {
        return "/api/estates/shifan-" + schemaOf(estate).substring(2) + path;
    }
}
