package cn.yuanlin.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.platform.testing.Http;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ObjectionsTest extends RollPlatformTest {
    private static final String WORDS = "我家面积少了，电话13800000000";

    @Autowired
    private RollEventStore events;

    @BeforeEach
    void aRoll() {
        imported(10, List.of(unit("1-101", 8_000)), List.of(held("1-101", "甲")));
    }

    @Test
    void areRaisedAnsweredAndStayOnTheRecord() {
        put(TODAY, TODAY.plusDays(6));
        var id = raised("owner");
        assertThat(answered(id).status()).isEqualTo(204);

        var seen = as("owner").get(api("/roll/objections")).json().get("items").get(0);
        assertThat(seen.get("number").asString()).isEqualTo("1幢101室");
        assertThat(seen.get("text").asString()).isEqualTo(WORDS);
        assertThat(seen.get("mine").asBoolean()).isTrue();
        assertThat(seen.get("answer").get("upheld").asBoolean()).isTrue();
        assertThat(seen.get("answer").get("text").asString()).isEqualTo("核对登记簿后更正");
        var again = answered(id);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("type").asString()).isEqualTo("/problems/objection-answered");
    }

    @Test
    void showOtherOwnersThatThereIsOneAndTheAnswerButNotTheWords() {
        put(TODAY, TODAY);
        answered(raised("owner"));
        var seen = as("other-owner").get(api("/roll/objections"));
        assertThat(seen.text()).doesNotContain("13800000000", "面积少了").contains("核对登记簿后更正");
        assertThat(seen.json().get("items").get(0).get("text").isNull()).isTrue();
        for (var subject : List.of("chair", "auditor"))
            assertThat(as(subject).get(api("/roll/objections")).text()).contains("面积少了");
        assertThat(as("property").get(api("/roll/objections")).status()).isEqualTo(403);
    }

    @Test
    void areTakenOnTheDaysOfThePeriodOnly() {
        assertThat(raise("owner").json().get("type").asString()).isEqualTo("/problems/no-objection-period");
        put(TODAY.plusDays(1), TODAY.plusDays(5));
        assertThat(raise("owner").status()).isEqualTo(409);
        asSuperuser("update objection_period set opens_on = opens_on - 6, closes_on = closes_on - 6");
        assertThat(raise("owner").status()).isEqualTo(409);
        asSuperuser("update objection_period set closes_on = closes_on + 1");
        assertThat(raise("owner").status()).isEqualTo(201);
    }

    @Test
    void aPeriodIsOfAVersionThatIsThereAndOfDaysThatNoOtherHas() {
        assertThat(period(2, TODAY, TODAY).status()).isEqualTo(400);
        assertThat(period(1, TODAY.minusDays(1), TODAY).status()).isEqualTo(400);
        assertThat(period(1, TODAY.plusDays(1), TODAY).status()).isEqualTo(400);
        assertThat(period(1, TODAY, TODAY.plusDays(ObjectionPeriod.LONGEST)).status())
                .isEqualTo(400);
        put(TODAY, TODAY.plusDays(ObjectionPeriod.LONGEST - 1));
        assertThat(period(1, TODAY.plusDays(5), TODAY.plusDays(6)).status()).isEqualTo(409);
        assertThat(as("owner")
                        .get(api("/roll/objection-periods"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("version")
                        .asInt())
                .isOne();
    }

    @Test
    void ofOnePersonHaveAnEnd() {
        put(TODAY, TODAY);
        for (int n = 0; n < Objections.MOST_OF_ONE_PERSON; n++) raised("owner");
        assertThat(raise("owner").json().get("type").asString()).isEqualTo("/problems/too-many-objections");
        assertThat(raise("other-owner").status()).isEqualTo(201);
    }

    @Test
    @Timeout(30)
    void doNotWaitForAnImportOfTheRoll() {
        put(TODAY, TODAY);
        inEstate(estate, () -> {
            events.lockRoll();
            assertThat(raise("owner").status()).isEqualTo(201);
        });
    }

    @Test
    void areTakenHomeByWhoRaisedThem() {
        put(TODAY, TODAY);
        answered(raised("owner"));
        var mine = as("owner").get(api("/me/data")).json().path("sections").path("objections");
        assertThat(mine).hasSize(1);
        assertThat(mine.path(0).path("text").asString()).isEqualTo(WORDS);
        assertThat(mine.path(0).path("answer").path("upheld").asBoolean()).isTrue();
        assertThat(as("other-owner")
                        .get(api("/me/data"))
                        .json()
                        .path("sections")
                        .path("objections"))
                .isEmpty();
    }

    @Test
    void areUnreadableInTheDatabase() {
        put(TODAY, TODAY);
        var id = raised("owner");
        answered(id);
        assertThat(inEstate(() -> jdbc.sql("""
                        select encode(text_cipher, 'escape') from objection
                        union all select encode(text_cipher, 'escape') from objection_answer
                        """).query(String.class).list()))
                .hasSize(2)
                .noneMatch(text -> text.contains("13800000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update objection_period set closes_on = closes_on + 1",
                "delete from objection",
                "update objection set subject = 'x'",
                "update objection_answer set upheld = true",
                "delete from objection_answer"
            })
    void theDatabaseRefusesToTakeThemBack(String statement) {
        assertThatThrownBy(() -> inEstate(estate, () -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void areForTheRightPeople() {
        put(TODAY, TODAY);
        var id = raised("owner");
        for (var subject : List.of("owner", "auditor", "property"))
            assertThat(as(subject)
                            .post(api("/roll/objections/" + id + "/answer"), Map.of("upheld", true, "text", "x"))
                            .status())
                    .isEqualTo(403);
        assertThat(raise("chair").status()).isEqualTo(403);
        assertThat(as("chair")
                        .post(
                                api("/roll/objections/" + UUID.randomUUID() + "/answer"),
                                Map.of("upheld", true, "text", "x"))
                        .status())
                .isEqualTo(404);
    }

    private void put(LocalDate from, LocalDate to) {
        var answer = period(1, from, to);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private Http.Answer period(int version, LocalDate from, LocalDate to) {
        return as("chair")
                .post(
                        api("/roll/objection-periods"),
                        Map.of("version", version, "from", from.toString(), "to", to.toString()));
    }

    private Http.Answer raise(String subject) {
        return as(subject).post(api("/roll/objections"), Map.of("unit", unitId("1-101"), "text", WORDS));
    }

    private UUID raised(String subject) {
        var answer = raise(subject);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    private Http.Answer answered(UUID objection) {
        return as("chair")
                .post(api("/roll/objections/" + objection + "/answer"), Map.of("upheld", true, "text", "核对登记簿后更正"));
    }
}
