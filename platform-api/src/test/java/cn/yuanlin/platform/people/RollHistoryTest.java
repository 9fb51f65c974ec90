package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.StatementCount;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class RollHistoryTest extends RollPlatformTest {
    @Autowired
    private HistoryIntegrity check;

    @Test
    void readsTheRollAsOfThreeDays() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        changed("1-101", "TRANSFER", TODAY.minusDays(20), List.of(sole("乙")));
        changed(
                "1-101",
                "DEATH",
                TODAY.minusDays(10),
                List.of(holder(person("丙"), 1, 2, true), holder(person("丁"), 1, 2, false)));

        assertThat(holders("1-101", TODAY.minusDays(30))).containsExactly("甲 1/1");
        assertThat(holders("1-101", TODAY.minusDays(21))).containsExactly("甲 1/1");
        assertThat(holders("1-101", TODAY.minusDays(20))).containsExactly("乙 1/1");
        assertThat(holders("1-101", TODAY.minusDays(11))).containsExactly("乙 1/1");
        assertThat(holders("1-101", TODAY.minusDays(10))).containsExactly("丁 1/2", "丙 1/2*");
        assertThat(holders("1-101", TODAY)).isEqualTo(holders("1-101")).containsExactly("丁 1/2", "丙 1/2*");
    }

    @Test
    void showsOnlyTheLastOfTwoChangesOfOneDay() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        changed("1-101", "TRANSFER", TODAY, List.of(sole("乙")));
        changed("1-101", "CORRECTION", TODAY, List.of(sole("丙")));
        assertThat(holders("1-101", TODAY)).containsExactly("丙 1/1");
        assertThat(holders("1-101", TODAY.minusDays(1))).containsExactly("甲 1/1");
    }

    @Test
    void tellsAUnitsPastNewestFirst() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        changed("1-101", "COURT", TODAY.minusDays(5), List.of(sole("乙")));
        var past = as("auditor")
                .get(api("/roll/units/" + unitId("1-101") + "/history"))
                .json()
                .get("items");
        assertThat(past).hasSize(2);
        assertThat(past.get(0).get("kind").asString()).isEqualTo("COURT");
        assertThat(past.get(0).get("effectiveOn").asString())
                .isEqualTo(TODAY.minusDays(5).toString());
        assertThat(past.get(0).get("by").asString()).isEqualTo("测试chair");
        assertThat(past.get(0).get("reason").asString()).isEqualTo("不动产登记");
        assertThat(past.get(0).get("ended").get(0).get("name").asString()).isEqualTo("甲");
        assertThat(past.get(0).get("began").get(0).get("name").asString()).isEqualTo("乙");
        assertThat(past.get(0).get("became").isNull()).isTrue();
        assertThat(past.get(1).get("kind").asString()).isEqualTo("IMPORTED");
        assertThat(past.get(1).get("became").get("areaDm2").asLong()).isEqualTo(8_000);
        assertThat(past.toString()).doesNotContain("13800000000");
    }

    @Test
    void goesThroughAUnitsPastPageByPage() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        for (int n = 9; n > 0; n--) changed("1-101", "TRANSFER", TODAY.minusDays(n), List.of(sole("买家" + n)));
        var days = new ArrayList<String>();
        var next = "";
        do {
            var page = as("chair")
                    .get(api("/roll/units/" + unitId("1-101") + "/history?limit=3" + next))
                    .json();
            page.get("items")
                    .forEach(change -> days.add(change.get("effectiveOn").asString()));
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
        } while (!next.isEmpty());
        var expected = new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(n -> TODAY.minusDays(n).toString())
                .toList());
        expected.add(TODAY.minusDays(30).toString());
        assertThat(days).isEqualTo(expected);
    }

    @Test
    void refusesToRewriteWhatIsHistory() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        changed("1-101", "TRANSFER", TODAY.minusDays(10), List.of(sole("乙")));
        var late = change("1-101", "TRANSFER", TODAY.minusDays(11), List.of(sole("丙")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("type").asString()).isEqualTo("/problems/roll-changed-later");
        assertThat(late.json().get("lastChange").asString())
                .isEqualTo(TODAY.minusDays(10).toString());
        assertThat(change("1-101", "TRANSFER", TODAY.plusDays(1), List.of(sole("丙")))
                        .status())
                .isEqualTo(400);
        assertThat(holders("1-101")).containsExactly("乙 1/1");
    }

    @Test
    void saysSinceWhenTheRollIsKept() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var before = as("chair").get(api("/roll?asOf=" + TODAY.minusDays(31)));
        assertThat(before.status()).isEqualTo(400);
        assertThat(before.json().get("since").asString())
                .isEqualTo(TODAY.minusDays(30).toString());
        assertThat(as("chair").get(api("/roll?asOf=" + TODAY.plusDays(1))).status())
                .isEqualTo(400);
        assertThat(as("chair").get(api("/roll?asOf=yesterday")).status()).isEqualTo(400);
    }

    @Test
    void keepsAUnitWhoseHeirsAreNotKnownYet() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        assertThat(change("1-101", "TRANSFER", TODAY, List.of()).status()).isEqualTo(400);
        changed("1-101", "DEATH", TODAY, List.of());
        assertThat(holders("1-101")).isEmpty();
        var figures = as("chair").get(api("/roll/figures")).json();
        assertThat(figures.get("owners").asInt()).isOne();
        assertThat(figures.get("unitsWithoutVoter").asInt()).isOne();
    }

    @Test
    void takesAPersonOfTheRollByTheirIdAndOfTheFormByTheirDocument() {
        imported(
                30,
                List.of(unit("1-101", 8_000), unit("1-102", 8_000)),
                List.of(held("1-101", "甲"), held("1-102", "乙")));
        var second = inEstate(() -> jdbc.sql("select id from person where name = '乙'")
                .query((row, n) -> row.getObject(1, UUID.class))
                .single());
        changed(
                "1-101",
                "TRANSFER",
                TODAY,
                List.of(Map.of("person", second, "shareNumerator", 1, "shareDenominator", 1, "nominated", false)));
        assertThat(as("chair").get(api("/roll/figures")).json().get("owners").asInt())
                .isOne();
        changed("1-101", "CORRECTION", TODAY, List.of(sole("甲")));
        assertThat(count("select count(*) from person")).isEqualTo(2);
    }

    @Test
    void refusesADocumentThatIsSomebodyElsesAndKeepsNobodyOfTheForm() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var stolen = Map.of("name", "冒名", "kind", "PERSON", "idType", "PASSPORT", "idNumber", passport("甲"));
        var answer = change(
                "1-101", "TRANSFER", TODAY, List.of(holder(person("新人"), 1, 2, true), holder(stolen, 1, 2, false)));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("type").asString()).isEqualTo("/problems/person-differs");
        assertThat(count("select count(*) from person")).isOne();
    }

    @Test
    void refusesWhatIsNoWholeUnit() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var half = holder(person("乙"), 1, 2, true);
        var otherHalf = holder(person("丙"), 1, 2, true);
        var same = holder(person("乙"), 1, 2, false);
        List<List<Map<String, ?>>> wrong = List.of(List.of(half), List.of(half, otherHalf), List.of(half, same));
        for (var holders : wrong)
            assertThat(change("1-101", "TRANSFER", TODAY, holders).status()).isEqualTo(400);
        assertThat(change("1-101", "CORRECTION", TODAY, List.of(sole("甲")))
                        .json()
                        .get("type")
                        .asString())
                .isEqualTo("/problems/roll-unchanged");
        assertThat(count("select count(*) from roll_event")).isOne();
    }

    @Test
    void wantsAGuardianForAMinorAndKeepsWhoActsForACompany() {
        imported(30, List.of(unit("1-101", 8_000), unit("1-102", 1)), List.of(held("1-101", "甲"), held("1-102", "乙")));
        Map<String, ?> child = Map.of("name", "小明", "kind", "PERSON", "idType", "ID_CARD", "idNumber", minorsNumber());
        var alone = change("1-101", "TRANSFER", TODAY, List.of(holder(child, 1, 1, false)));
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.json().get("errors").get(0).get("field").asString()).isEqualTo("holders[0].representative");
        changed("1-101", "TRANSFER", TODAY, List.of(represented(child, person("监护人"))));
        assertThat(holders("1-101")).containsExactly("小明 1/1 < 监护人");

        var known = inEstate(() -> jdbc.sql("select id from person where name = '小明'")
                .query((row, n) -> row.getObject(1, UUID.class))
                .single());
        var again = change(
                "1-102",
                "TRANSFER",
                TODAY,
                List.of(Map.of("person", known, "shareNumerator", 1, "shareDenominator", 1, "nominated", false)));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().get("errors").get(0).get("field").asString()).isEqualTo("holders[0].representative");

        var company = Map.of("name", "某某公司", "kind", "COMPANY");
        changed("1-102", "TRANSFER", TODAY, List.of(represented(company, person("代表"))));
        assertThat(holders("1-102", TODAY)).containsExactly("某某公司 1/1 < 代表");
        assertThat(change("1-102", "CORRECTION", TODAY, List.of(represented(person("丁"), person("丁"))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tellsWhoActsSoThatAChangeCanKeepThem() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var company = Map.of("name", "某某公司", "kind", "COMPANY");
        changed("1-101", "TRANSFER", TODAY, List.of(represented(company, person("代表"))));
        var people = count("select count(*) from person");
        var shown = as("chair")
                .get(api("/roll"))
                .json()
                .get("items")
                .get(0)
                .get("holders")
                .get(0);
        Map<String, ?> kept = Map.of(
                "person",
                shown.get("person").asString(),
                "shareNumerator",
                1,
                "shareDenominator",
                1,
                "nominated",
                true,
                "representative",
                Map.of("person", shown.get("representativePerson").asString()));
        changed("1-101", "CORRECTION", TODAY, List.of(kept));
        assertThat(holders("1-101")).containsExactly("某某公司 1/1* < 代表");
        assertThat(count("select count(*) from person")).isEqualTo(people);
    }

    @Test
    void letsOnlyTheCommitteeChangeIt() {
        imported(30, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
        var unit = unitId("1-101");
        var form = Map.of(
                "unit", unit, "kind", "TRANSFER", "effectiveOn", TODAY.toString(), "reason", "x", "holders", List.of());
        Members.admit(http(), estate.id(), "both", Role.COMMITTEE, Role.PROPERTY);
        for (var subject : List.of("owner", "auditor", "property", "stranger", "both"))
            assertThat(as(subject).post(api("/roll/changes"), form).status()).isEqualTo(403);
        for (var path : List.of("/roll/versions", "/roll/export"))
            assertThat(as("both").post(api(path), Map.of("reason", "x")).status())
                    .as(path)
                    .isEqualTo(403);
        for (var subject : List.of("owner", "property", "stranger"))
            assertThat(as(subject).get(api("/roll/units/" + unit + "/history")).status())
                    .isEqualTo(403);
    }

    @Test
    void findsADoorANameAndAPhone() {
        imported(
                30,
                List.of(unit("1-101", 8_000), unit("1-102", 8_000), unit("2-101", 8_000)),
                List.of(
                        held("1-101", "王小明"),
                        held("1-102", "李%四"),
                        new HoldingRow(
                                UnitNo.parse("2-101"),
                                "张三",
                                HolderKind.PERSON,
                                "13900000077",
                                null,
                                null,
                                Share.WHOLE,
                                false)));
        assertThat(found("1-101")).containsExactly("1幢101室");
        assertThat(found("小")).containsExactly("1幢101室");
        assertThat(found("%25")).containsExactly("1幢102室");
        assertThat(found("13900000077")).containsExactly("2幢101室");
        assertThat(found("1390000007")).isEmpty();
        assertThat(found("13900000077&asOf=" + TODAY.minusDays(3))).containsExactly("2幢101室");
        assertThat(as("chair").get(api("/roll?q=" + "x".repeat(51))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asOf=today", "&q=业主", "&asOf=today&q=业主"})
    void asksTheDatabaseTheSameForAShortPageAndALongOne(String query) {
        var units = IntStream.rangeClosed(1, 120)
                .mapToObj(n -> unit("1-" + n, 8_000))
                .toList();
        imported(
                30,
                units,
                units.stream()
                        .map(unit -> held(unit.unit().dashed(), "业主" + unit.area()))
                        .toList());
        var path = api("/roll?limit=%d") + encoded(query.replace("today", TODAY.toString()));
        as("chair").get(path.replace("%d", "1"));
        long few = StatementCount.of(() -> as("chair").get(path.replace("%d", "1")));
        long many = StatementCount.of(() -> as("chair").get(path.replace("%d", "120")));
        assertThat(many).isEqualTo(few).isBetween(1L, 5L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ownership set valid_from = valid_from - 1",
                "delete from ownership",
                "update ownership_end set valid_to = valid_to + 1",
                "delete from ownership_end",
                "update unit_record set area_dm2 = 1",
                "delete from unit_record",
                "update person_record set name = 'x'",
                "delete from person_record",
                "update roll_event set effective_on = null"
            })
    void theDatabaseRefusesToRewriteHistory(String statement) {
        assertThatThrownBy(() -> inEstate(estate, () -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 0})
    void whatHoldsNowIsAlwaysWhatTheHistoryEndsWith(long given) {
        long seed = given == 0 ? System.nanoTime() : given;
        var random = new Random(seed);
        var units = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> unit("1-" + n, 8_000 + n))
                .toList();
        imported(
                60,
                units,
                units.stream().map(unit -> held(unit.unit().dashed(), "原主")).toList());
        for (int day = 50; day > 0; day--) {
            var number = "1-" + (1 + random.nextInt(10));
            var owners = 1 + random.nextInt(3);
            var holders = new ArrayList<Map<String, ?>>();
            for (int n = 0; n < owners; n++)
                holders.add(holder(person("业主" + (n * 10 + random.nextInt(10))), 1, owners, n == 0));
            assertThat(change(number, "TRANSFER", TODAY.minusDays(day), holders).status())
                    .as("seed %d", seed)
                    .isIn(201, 409);
        }
        inEstate(estate, () -> assertThat(check.complaint()).as("seed %d", seed).isEmpty());
        for (var unit : units)
            assertThat(holders(unit.unit().dashed(), TODAY))
                    .isEqualTo(holders(unit.unit().dashed()));
        asSuperuser("update unit set area_dm2 = 1 where sort_key = '"
                + UnitNo.parse("1-1").sortKey() + "'");
        inEstate(estate, () -> assertThat(check.complaint()).isPresent());
    }

    private List<String> found(String query) {
        var numbers = new ArrayList<String>();
        as("chair")
                .get(api("/roll?q=" + encoded(query)))
                .json()
                .get("items")
                .forEach(unit -> numbers.add(unit.get("unit").get("number").asString()));
        return numbers;
    }

    /** Han signs only: what is an address already stays. */
    private static String encoded(String query) {
        return query.codePoints()
                .mapToObj(sign ->
                        sign < 128 ? Character.toString(sign) : URLEncoder.encode(Character.toString(sign), UTF_8))
                .reduce("", String::concat);
    }

    private static Map<String, ?> represented(Map<String, ?> person, Map<String, ?> acting) {
        return Map.of(
                "newPerson",
                person,
                "shareNumerator",
                1,
                "shareDenominator",
                1,
                "nominated",
                false,
                "representative",
                Map.of("newPerson", acting));
    }

    /** A made-up number of somebody born ten years ago, with its check digit. */
    private static String minorsNumber() {
        var digits = "330203" + TODAY.minusYears(10).toString().replace("-", "") + "001";
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += (digits.charAt(i) - '0') * weights[i];
        return digits + "10X98765432".charAt(sum % 11);
    }
}
