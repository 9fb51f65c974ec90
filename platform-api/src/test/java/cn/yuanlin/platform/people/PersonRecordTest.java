package cn.yuanlin.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.people.RollUpdate.UpdateOutcome;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A workbook gives somebody another name and phone: what they were known by before stays known. */
class PersonRecordTest extends RollPlatformTest {
    private static final String PHONE_BEFORE = "13800000000";
    private static final String PHONE = "13900000001";

    @Autowired
    private RollUpdate update;

    @Autowired
    private HistoryIntegrity check;

    @BeforeEach
    void aRoll() {
        imported(
                30,
                List.of(unit("1-101", 8_000), unit("1-102", 8_000)),
                List.of(held("1-101", "张三"), held("1-102", "乙")));
    }

    @Test
    void theRollAsOfADayHasTheNamesAndPhonesOfThatDay() {
        corrected("1-101", "张三", "张参", PHONE);
        var yesterday = TODAY.minusDays(1);
        assertThat(holders("1-101", yesterday)).containsExactly("张三 1/1");
        assertThat(holders("1-101", TODAY)).isEqualTo(holders("1-101")).containsExactly("张参 1/1");

        assertThat(found(PHONE, TODAY)).isOne();
        assertThat(found(PHONE, yesterday)).isZero();
        assertThat(found(PHONE_BEFORE, yesterday)).isEqualTo(2);
        assertThat(found(PHONE_BEFORE, TODAY)).isOne();
        assertThat(found("张三", yesterday)).isOne();
        assertThat(found("张三", TODAY)).isZero();
        inEstate(estate, () -> assertThat(check.complaint()).isEmpty());
    }

    @Test
    void aUnitsPastTellsOfItUnderItsEvent() {
        corrected("1-101", "张三", "张参", PHONE);
        var past = past("1-101");
        assertThat(past).hasSize(2);
        assertThat(past.get(0).get("kind").asString()).isEqualTo("IMPORTED");
        assertThat(past.get(0).get("reason").asString()).isEqualTo("年度核对");
        var correction = past.get(0).get("corrected");
        assertThat(correction).hasSize(1);
        assertThat(correction.get(0).get("nameBefore").asString()).isEqualTo("张三");
        assertThat(correction.get(0).get("name").asString()).isEqualTo("张参");
        assertThat(correction.get(0).get("phoneBefore").asString()).isEqualTo("138****0000");
        assertThat(correction.get(0).get("phone").asString()).isEqualTo("139****0001");
        assertThat(past.get(1).get("corrected")).isEmpty();
        assertThat(past.get(1).get("began").get(0).get("name").asString()).isEqualTo("张三");
        assertThat(past("1-102")).as("not of somebody else's unit").hasSize(1);
    }

    @Test
    void namesWhoLeftByWhatTheyWereKnownByThen() {
        changed("1-101", "TRANSFER", TODAY, List.of(sole("乙")));
        corrected("1-102", "乙", "乙乙", PHONE);
        var past = past("1-101");
        assertThat(past).hasSize(3);
        assertThat(past.get(0).get("corrected").get(0).get("name").asString()).isEqualTo("乙乙");
        assertThat(past.get(1).get("ended").get(0).get("name").asString()).isEqualTo("张三");
        assertThat(past.get(1).get("began").get(0).get("name").asString()).isEqualTo("乙");
    }

    @Test
    void tellsNothingOfWhoLeftBefore() {
        changed("1-102", "TRANSFER", TODAY, List.of(sole("张三")));
        changed("1-101", "TRANSFER", TODAY, List.of(sole("丙")));
        corrected("1-102", "张三", "张参", PHONE);
        assertThat(past("1-101")).hasSize(2);
        assertThat(past("1-102")).hasSize(3);
    }

    @Test
    void whoWasEnteredWithAnEarlierDayIsKnownFromThatDay() {
        changed("1-101", "TRANSFER", TODAY.minusDays(9), List.of(sole("丙")));
        assertThat(holders("1-101", TODAY.minusDays(9))).containsExactly("丙 1/1");
        assertThat(count("select count(*) from person_record")).isEqualTo(3);
    }

    @Test
    void aNameThatIsChangedPastTheHistoryIsNoticed() {
        asSuperuser("update person set name = '别人' where name = '乙'");
        inEstate(estate, () -> assertThat(check.complaint()).isPresent());
    }

    /** The unit's only holder, known by the passport of the first name. */
    private void corrected(String number, String known, String name, String phone) {
        var unit = UnitNo.parse(number);
        var row = new HoldingRow(
                unit, name, HolderKind.PERSON, phone, IdType.PASSPORT, passport(known), Share.WHOLE, false);
        var outcome = inEstate(() -> update.apply(
                new TargetRoll(List.of(), List.of(unit(number, 8_000)), List.of(row)),
                update.state().orElseThrow(),
                "chair",
                "年度核对"));
        assertThat(outcome).isInstanceOf(UpdateOutcome.Applied.class);
    }

    private int found(String words, LocalDate day) {
        return as("chair")
                .get(api("/roll?q=" + URLEncoder.encode(words, UTF_8) + "&asOf=" + day))
                .json()
                .get("items")
                .size();
    }

    private JsonNode past(String number) {
        return as("chair")
                .get(api("/roll/units/" + unitId(number) + "/history"))
                .json()
                .get("items");
    }
}
