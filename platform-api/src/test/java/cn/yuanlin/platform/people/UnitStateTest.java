package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.testing.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a unit is changes with who holds it: two units are the developer's still, one is sold. */
class UnitStateTest extends RollPlatformTest {
    private static final String DEVELOPER = "开发商";

    @Autowired
    private HistoryIntegrity check;

    @BeforeEach
    void aRollWithUnsoldUnits() {
        imported(
                30,
                List.of(developers("1-101", 8_000), developers("1-102", 9_000), unit("1-103", 10_000)),
                List.of(held("1-101", DEVELOPER), held("1-102", DEVELOPER), held("1-103", "甲")));
    }

    @Test
    void aUnitOfTheDevelopersIsTransferredOnlyTogetherWithItsState() {
        assertThat(faultOf(change("1-101", "TRANSFER", TODAY, List.of(sole("乙")))))
                .isEqualTo("becomes.state");
        assertThat(faultOf(become("1-101", "TRANSFER", Map.of("state", "UNSOLD"))))
                .isEqualTo("becomes.state");
        assertThat(faultOf(change("1-101", "COURT", TODAY, List.of(sole("乙"))))).isEqualTo("becomes.state");
        assertThat(holders("1-101")).containsExactly(DEVELOPER + " 1/1");
        assertThat(count("select count(*) from roll_event")).isOne();
        assertThat(count("select count(*) from person where name = '乙'")).isZero();
    }

    @Test
    void itsBuyerVotesFromThatDayOnAndCountsAsAnOwner() {
        assertThat(owners()).isEqualTo(2);
        var day = TODAY.minusDays(3);
        assertThat(become("1-101", "TRANSFER", day, Map.of("state", "SOLD")).status())
                .isEqualTo(201);
        assertThat(owners()).isEqualTo(3);
        assertThat(figures().get("totalAreaDm2").asLong()).isEqualTo(27_000);
        assertThat(stateOn("1-101", day.minusDays(1))).isEqualTo("UNSOLD");
        assertThat(stateOn("1-101", day)).isEqualTo("SOLD");

        var frozen = as("chair").post(api("/roll/versions"), Map.of("reason", "选举前冻结"));
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(201);
        assertThat(frozen.json().get("fingerprint").asString())
                .isNotEqualTo(as("chair")
                        .get(api("/roll/versions/1"))
                        .json()
                        .get("fingerprint")
                        .asString());
        assertThat(canonical(1)).startsWith("1-101\t8000\tHOUSE\tREGISTER\tUNSOLD\t");
        assertThat(canonical(2)).startsWith("1-101\t8000\tHOUSE\tREGISTER\tSOLD\t");
        assertThat(count("""
                select count(*) from roll_entry e join person p on p.id = e.voter_id
                where e.version = 2 and p.name = '乙' and e.owner_key = p.id::text
                """)).isOne();
        assertThat(count("select count(*) from roll_entry where owner_key = '@DEVELOPER' and voter_id is null"))
                .as("two in the first version, one in the second")
                .isEqualTo(3);
        inEstate(estate, () -> assertThat(check.complaint()).isEmpty());
    }

    @Test
    void oneThatIsNotDeliveredYetStaysTheDevelopersVoice() {
        assertThat(become("1-101", "TRANSFER", Map.of("state", "UNDELIVERED")).status())
                .isEqualTo(201);
        assertThat(owners()).isEqualTo(2);
        assertThat(become("1-101", "CORRECTION", Map.of("state", "SOLD")).status())
                .as("handed over to who has bought it")
                .isEqualTo(201);
        assertThat(owners()).isEqualTo(3);
        assertThat(count("select count(*) from ownership_end"))
                .as("the second change ends nobody's holding")
                .isOne();
    }

    @Test
    void aCorrectionGivesAUnitTheAreaItHas() {
        var event = become("1-103", "CORRECTION", "甲", Map.of("areaDm2", 10_001, "areaSource", "SURVEY"));
        assertThat(event.status()).as(event.text()).isEqualTo(201);
        assertThat(figures().get("totalAreaDm2").asLong()).isEqualTo(27_001);
        assertThat(count("select count(*) from ownership_end")).isZero();
        var past = as("auditor")
                .get(api("/roll/units/" + unitId("1-103") + "/history"))
                .json()
                .get("items");
        assertThat(past).hasSize(2);
        assertThat(past.get(0).get("became").get("areaDm2").asLong()).isEqualTo(10_001);
        assertThat(past.get(0).get("began")).isEmpty();
        assertThat(become("1-103", "CORRECTION", "甲", Map.of("areaDm2", 10_001)).status())
                .as("it has that area already")
                .isEqualTo(409);
        inEstate(estate, () -> assertThat(check.complaint()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, areaDm2, 10001, becomes",
        "COURT, use, SHOP, becomes",
        "DEATH, areaSource, SURVEY, becomes",
        "TRANSFER, state, UNSOLD, becomes.state",
        "DEATH, state, UNDELIVERED, becomes.state",
        "CORRECTION, areaDm2, 0, becomes.areaDm2"
    })
    void whatAChangeOfHoldersCannotDoIsRefused(String kind, String field, String value, String fault) {
        Object sent = field.equals("areaDm2") ? Long.valueOf(value) : value;
        assertThat(faultOf(become("1-103", kind, Map.of(field, sent)))).isEqualTo(fault);
        assertThat(count("select count(*) from unit_record")).isEqualTo(3);
    }

    private static UnitRow developers(String number, long dm2) {
        return new UnitRow(UnitNo.parse(number), new Area(dm2), UnitUse.HOUSE, AreaSource.REGISTER, UnitState.UNSOLD);
    }

    private Http.Answer become(String number, String kind, Map<String, ?> becomes) {
        return become(number, kind, TODAY, becomes);
    }

    private Http.Answer become(String number, String kind, LocalDate on, Map<String, ?> becomes) {
        return change(number, kind, on, List.of(sole("乙")), Map.of("becomes", becomes));
    }

    private Http.Answer become(String number, String kind, String holder, Map<String, ?> becomes) {
        return change(number, kind, TODAY, List.of(sole(holder)), Map.of("becomes", becomes));
    }

    private static String faultOf(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().get("errors").get(0).get("field").asString();
    }

    private JsonNode figures() {
        return as("chair").get(api("/roll/figures")).json();
    }

    private int owners() {
        return figures().get("owners").asInt();
    }

    private String stateOn(String number, LocalDate day) {
        var door = UnitNo.parse(number).toString();
        return as("chair")
                .get(api("/roll?limit=200&asOf=" + day))
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.get("unit"))
                .filter(unit -> unit.get("number").asString().equals(door))
                .map(unit -> unit.get("state").asString())
                .findFirst()
                .orElseThrow();
    }

    private String canonical(int version) {
        return new String(
                as("owner")
                        .get(api("/roll/versions/" + version + "/canonical"))
                        .response()
                        .body(),
                UTF_8);
    }
}
