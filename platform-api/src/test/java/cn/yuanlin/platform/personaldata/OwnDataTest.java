package cn.yuanlin.platform.personaldata;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.media.file.Pictures;
import cn.yuanlin.platform.membership.MembershipTest;
import cn.yuanlin.platform.message.Audience;
import cn.yuanlin.platform.message.Cause;
import cn.yuanlin.platform.message.Messages;
import cn.yuanlin.platform.message.Template;
import cn.yuanlin.platform.testing.TestPeople;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OwnDataTest extends MembershipTest {
    @Autowired
    private Messages messages;

    @Test
    void aPersonTakesHomeWhatTheEstateKeepsOfThem() {
        var room = freshRoom();
        var owner = ownerOf(room);
        as(owner).put(API + "/me/consents/PRIVACY", Map.of("version", "2026-11-01"));
        var other = ownerOf(freshRoom());

        var answer = as(owner).get(API + "/me/data");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var sections = answer.json().path("sections");
        assertThat(sections.propertyNames())
                .contains("memberships", "roles", "consents", "disclosures", "offices", "messages", "uploads", "roll");
        assertThat(sections.path("memberships").path(0).path("door").asString()).isEqualTo("3幢2单元" + room + "室");
        assertThat(sections.path("consents").path(0).path("version").asString()).isEqualTo("2026-11-01");
        assertThat(answer.text()).doesNotContain(other);
        assertThat(as(freshPerson())
                        .get(API + "/me/data")
                        .json()
                        .path("sections")
                        .path("memberships"))
                .isEmpty();
    }

    @Test
    void anOwnerTakesHomeWhatTheRollHasOfThem() {
        var room = freshRoom();
        var entries = section(ownerOf(room), "roll");
        assertThat(entries).hasSize(1);
        var entry = entries.path(0);
        assertThat(entry.path("name").asString()).isEqualTo("业主" + room);
        assertThat(entry.path("phone").asString()).isEqualTo(phoneOf(room));
        assertThat(entry.path("idNumber").asString()).endsWith(lastSixOf(room));
        assertThat(entry.path("units")).hasSize(1);
        var unit = entry.path("units").path(0);
        assertThat(unit.path("number").asString()).isEqualTo("3幢2单元" + room + "室");
        assertThat(unit.path("areaDm2").asLong()).isEqualTo(8_950);
        assertThat(unit.path("share").asString()).isEqualTo("1/1");
        assertThat(unit.path("holder").asString()).isEqualTo("业主" + room);
    }

    /** They may have got the number of who held the unit, and no more. */
    @Test
    void whoProvedThePhoneAloneGetsNoDocument() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
        assertThat(section(person, "roll")).isEmpty();
        var owner = ownerOf(freshRoom());
        as(owner).post(API + "/me/closing", null);
        assertThat(section(owner, "roll")).isEmpty();
    }

    @Test
    void closingEndsEveryTieAndTakesTheNameAway() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var answer = as(owner).post(API + "/me/closing", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("kept")).isNotEmpty();
        assertThat(rolesOf(owner)).isEmpty();
        assertThat(this.<List<String>>ask(() -> jdbc.sql("select distinct name from membership where subject = ?")
                        .param(owner)
                        .query(String.class)
                        .list()))
                .containsExactly("已注销用户");
        assertThat(TestPeople.belongs(owner, ESTATE)).isFalse();
        assertThat(as(owner).post(API + "/me/closing", null).status()).isEqualTo(200);
    }

    @Test
    void uploadsAndMessagesAreTheirsToo() {
        var person = freshPerson();
        as(person).post(API + "/guests", null);
        var wanted = Map.of("quietFrom", "21:00", "quietTo", "09:00", "channels", List.of());
        assertThat(as(person).put(API + "/me/message-settings", wanted).status())
                .isEqualTo(204);
        assertThat(as(person).postBytes(API + "/media", Pictures.png(20, 20)).status())
                .isEqualTo(201);
        var notice = Template.inbox("test.own", "欢迎", "欢迎来到小区");
        inEstate(estate(), () -> messages.tell(new Cause("test", person), Audience.person(person), notice, Map.of()));
        await().untilAsserted(() -> assertThat(
                        section(person, "messages").path(0).path("title").asString())
                .isEqualTo("欢迎"));
        assertThat(section(person, "uploads").path(0).path("contentType").asString())
                .isEqualTo("image/jpeg");

        as(person).post(API + "/me/closing", null);
        assertThat(section(person, "uploads")).isEmpty();
        assertThat(this.<Integer>ask(() -> jdbc.sql("select count(*) from message_settings where subject = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private JsonNode section(String person, String name) {
        return as(person).get(API + "/me/data").json().path("sections").path(name);
    }

    @Test
    void theRollIsNotTheAccounts() {
        var room = freshRoom();
        var owner = ownerOf(room);
        as(owner).post(API + "/me/closing", null);
        TestPeople.verified(owner, phoneOf(room));
        bind(owner, room, "业主" + room, null, "OWNER");
        assertThat(rolesOf(owner)).containsExactly("RESIDENT");
    }

    @Test
    void keepsTheFirstTimeSomebodyAgreed() {
        var person = freshPerson();
        var path = API + "/me/consents/PRIVACY";
        assertThat(as(person).get(path).status()).isEqualTo(404);
        var first = as(person).put(path, Map.of("version", "2026-11-01"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(as(person).put(path, Map.of("version", "2026-11-01")).json()).isEqualTo(first.json());
        as(person).put(path, Map.of("version", "2026-12-01"));
        assertThat(as(person).get(path).json().path("version").asString()).isEqualTo("2026-12-01");
        assertThat(as(person).put(path, Map.of("version", "latest")).status()).isEqualTo(400);
        assertThat(as(person).get(API + "/me/consents/OTHER").status()).isEqualTo(400);
        assertThat(as(freshPerson()).get(path).status()).isEqualTo(404);
    }
}
