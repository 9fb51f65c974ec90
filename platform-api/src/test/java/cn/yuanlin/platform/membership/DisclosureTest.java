package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DisclosureTest extends MembershipTest {
    @Test
    void thePersonSeesWhoSawWhatAndWhatFor() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var phone = disclose(CHAIR, holder(room), "PHONE");
        assertThat(phone.json().path("value").asString()).isEqualTo(phoneOf(room));
        assertThat(phone.header("Cache-Control")).contains("no-store");
        assertThat(disclose(CHAIR, holder(room), "ID_NUMBER")
                        .json()
                        .path("value")
                        .asString())
                .endsWith(lastSixOf(room));

        var seen = seenBy(owner);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).path("field").asString()).isEqualTo("ID_NUMBER");
        assertThat(seen.get(1).path("field").asString()).isEqualTo("PHONE");
        assertThat(seen.get(1).path("reader").asString()).isEqualTo("测试" + CHAIR);
        assertThat(seen.get(1).path("reason").asString()).isEqualTo("通知漏水");
        assertThat(seen.toString()).doesNotContain(phoneOf(room));
    }

    /** Who is of the committee by appointment signed up by phone, without a name. */
    @Test
    void whoLookedIsCalledAsOnTheRoll() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var readersRoom = freshRoom();
        var reader = ownerOf(readersRoom);
        Members.admit(http(), ESTATE, reader, Role.COMMITTEE);
        assertThat(disclose(reader, holder(room), "PHONE").status()).isEqualTo(200);
        assertThat(seenBy(owner).getFirst().path("reader").asString()).isEqualTo("业主" + readersRoom);
    }

    /** Nor has the roll's own list of members a name for them. */
    @Test
    void whoChangedTheRollIsCalledAsOnTheRoll() {
        var room = freshRoom();
        var authorsRoom = freshRoom();
        var author = ownerOf(authorsRoom);
        Members.admit(http(), ESTATE, author, Role.COMMITTEE);
        var form = Map.of(
                "unit",
                unit(room),
                "kind",
                "DEATH",
                "effectiveOn",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                "reason",
                "继承人待定",
                "holders",
                List.of());
        var changed = as(author).post(API + "/roll/changes", form);
        assertThat(changed.status()).as(changed.text()).isEqualTo(201);
        inEstate(
                estate(),
                () -> jdbc.sql("update member set name = subject where subject = ?")
                        .param(author)
                        .update());
        assertThat(as(CHAIR)
                        .get(API + "/roll/units/" + unit(room) + "/history")
                        .json()
                        .path("items")
                        .path(0)
                        .path("by")
                        .asString())
                .isEqualTo("业主" + authorsRoom);
    }

    @Test
    void nobodySeesWhoLookedAtOthers() {
        var room = freshRoom();
        disclose(CHAIR, holder(room), "PHONE");
        assertThat(seenBy(ownerOf(freshRoom()))).isEmpty();
        assertThat(seenBy(freshPerson())).isEmpty();
    }

    @Test
    void isForTheCommitteeAndForAReason() {
        var room = freshRoom();
        var owner = ownerOf(room);
        Members.admit(http(), ESTATE, "belonging-auditor", Role.AUDITOR);
        Members.admit(http(), ESTATE, "belonging-property", Role.PROPERTY);
        for (var reader : new String[] {owner, "belonging-auditor", "belonging-property"})
            assertThat(disclose(reader, holder(room), "PHONE").status()).isEqualTo(403);
        var path = API + "/persons/" + holder(room) + "/disclosures";
        assertThat(as(CHAIR).post(path, Map.of("field", "PHONE")).status()).isEqualTo(400);
        assertThat(as(CHAIR).post(path, Map.of("field", "PHONE", "reason", " ")).status())
                .isEqualTo(400);
        assertThat(seenBy(owner)).isEmpty();
    }

    @Test
    void thoseWhoMayLookWatchEachOther() {
        var room = freshRoom();
        var owner = ownerOf(room);
        Members.admit(http(), ESTATE, "belonging-watching", Role.AUDITOR);
        disclose(CHAIR, holder(room), "PHONE");
        for (var watcher : new String[] {CHAIR, "belonging-watching"}) {
            var newest = as(watcher)
                    .get(API + "/disclosures?limit=1")
                    .json()
                    .path("items")
                    .path(0);
            assertThat(newest.path("person").asString()).isEqualTo("业主" + room);
            assertThat(newest.path("reason").asString()).isEqualTo("通知漏水");
            assertThat(newest.toString()).doesNotContain(phoneOf(room));
        }
        assertThat(as(owner).get(API + "/disclosures").status()).isEqualTo(403);
    }

    @Test
    void whatIsNotKeptCantBeSeen() {
        assertThat(disclose(CHAIR, holder("902"), "ID_NUMBER").status()).isEqualTo(404);
        assertThat(disclose(CHAIR, UUID.randomUUID(), "PHONE").status()).isEqualTo(404);
    }

    @Test
    void fiftyADayAreEnough() {
        Members.admit(http(), ESTATE, "belonging-curious", Role.COMMITTEE);
        var person = holder(freshRoom());
        for (int look = 1; look <= 50; look++)
            assertThat(disclose("belonging-curious", person, "PHONE").status()).isEqualTo(200);
        assertThat(disclose("belonging-curious", person, "PHONE").status()).isEqualTo(429);
    }

    /** But for the whole roll, which another test takes out. */
    private List<JsonNode> seenBy(String person) {
        return as(person)
                .get(API + "/me/disclosures")
                .json()
                .path("items")
                .valueStream()
                .filter(row -> !row.path("reason").asString().equals(AuditReadingTest.WHOLE_ROLL))
                .toList();
    }

    private Http.Answer disclose(String reader, UUID person, String field) {
        return as(reader).post(API + "/persons/" + person + "/disclosures", Map.of("field", field, "reason", "通知漏水"));
    }
}
