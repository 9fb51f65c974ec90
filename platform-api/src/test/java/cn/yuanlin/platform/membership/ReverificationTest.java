package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.identity.PeopleClient;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody sits in an owner's account whose number may have passed to them. */
class ReverificationTest extends MembershipTest {
    @Autowired
    private PeopleClient people;

    private final String room = freshRoom();

    @Test
    void askingAgainForWhatTheAccountOwnsProvesNothing() {
        var person = takenOver(ownerOf(room));
        bind(person, room, "x", null, "OWNER");
        bind(person, room, "业主" + room, null, "OWNER");
        bind(person, room, "业主" + room, null, "FAMILY");
        assertThat(isMarked(person)).isTrue();
        bind(person, room, "业主" + room, "000000", "OWNER");
        assertThat(isMarked(person)).isTrue();
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    @Test
    void theOwnersOwnDocumentProves() {
        var person = takenOver(ownerOf(room));
        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(isMarked(person)).isFalse();
        assertThat(awaitsDecision(person)).isFalse();
    }

    @Test
    void aResidentOfTheRollProvesByTheDocumentToo() {
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        takenOver(person);
        bind(person, room, "x", null, "OWNER");
        bind(person, room, "业主" + room, "000000", "OWNER");
        assertThat(isMarked(person)).isTrue();
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(isMarked(person)).isFalse();
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    /** The new holder of a number may be an owner too: that opens their own unit, not the former holder's account. */
    @Test
    void anotherOwnersDocumentProvesNothingForThisOnes() {
        var other = freshRoom();
        var person = ownerOf(room);
        TestPeople.recycled(person, phoneOf(other));
        bind(person, other, "业主" + other, lastSixOf(other), "OWNER");
        assertThat(isMarked(person)).isTrue();
    }

    @Test
    void theCommitteeMaySayThatTheNumberHasNotChangedHands() {
        var person = takenOver(ownerOf(room));
        bind(person, room, "业主" + room, null, "OWNER");
        assertThat(awaitsDecision(person)).isTrue();
        decide(CHAIR, bindingOf(person), false);
        assertThat(isMarked(person)).isTrue();
        bind(person, room, "业主" + room, null, "OWNER");
        decide(CHAIR, bindingOf(person), true);
        assertThat(isMarked(person)).isFalse();
        assertThat(awaitsDecision(person)).isFalse();
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    @Test
    void whoSitsInACommitteeMembersAccountReadsOnAndGetsAtNothing() {
        var person = takenOver(ownerOf(room));
        Members.admit(http(), ESTATE, person, Role.COMMITTEE);
        var asker = freshPerson();
        bind(asker, room, "租户", null, "TENANT");
        var decision = "/binding-requests/" + bindingOf(asker) + "/decision";
        for (var path : new String[] {
            "/persons/" + holder(room) + "/disclosures",
            decision,
            "/memberships/" + bindingOf(asker) + "/revocation",
            "/me/units/" + unit(room) + "/invitations",
            "/roll/export",
            "/roll/changes",
            "/committee/terms"
        }) refused(as(person).post(API + path, Map.of()), path);
        refused(as(person).get(API + "/me/data"), "own data");
        refused(as(person).post(API + "/me/closing", null), "closing");
        for (var path : new String[] {"/units", "/me/bindings", "/me/disclosures", "/binding-requests"})
            assertThat(as(person).get(API + path).status()).as(path).isEqualTo(200);

        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        decide(person, bindingOf(asker), true);
        assertThat(as(person).get(API + "/me/data").status()).isEqualTo(200);
    }

    /** A committee member with a resident's account has no password and no second factor: a phone left on a table must not be enough. */
    @Test
    void othersDataInPlainTakesACodeOfOnesOwnPhone() {
        var member = ownerOf(room);
        Members.admit(http(), ESTATE, member, Role.COMMITTEE);
        TestPeople.quietFor(member, Duration.ofMinutes(11));
        var disclosure = API + "/persons/" + holder(room) + "/disclosures";
        var asked = Map.of("field", "PHONE", "reason", "联系业主");
        for (var refused : List.of(
                as(member).post(disclosure, asked),
                as(member).post(API + "/roll/export", Map.of("reason", "备份")),
                as(member).get(API + "/archive-passphrase"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("type").asString()).isEqualTo("/problems/phone-proof-needed");
        }
        TestPeople.quietFor(member, Duration.ofMinutes(9));
        assertThat(as(member).post(disclosure, asked).status()).isEqualTo(200);
    }

    @Test
    void nothingIsTakenOnTrustWhileTheControlPlaneIsAway() {
        var person = ownerOf(room);
        TestPeople.whileAway(
                () -> assertThat(as(person).get(API + "/me/data").status()).isEqualTo(503));
    }

    private static void refused(Http.Answer answer, String what) {
        assertThat(answer.status()).as(what).isEqualTo(403);
        assertThat(answer.json().path("type").asString()).as(what).isEqualTo("/problems/reverification-needed");
    }

    private static String takenOver(String owner) {
        TestPeople.mark(owner);
        return owner;
    }

    private boolean isMarked(String person) {
        return people.phoneOf(person).orElseThrow().reverifyNeeded();
    }

    private boolean awaitsDecision(String person) {
        return as(person)
                .get(API + "/me/bindings")
                .json()
                .path("items")
                .path(0)
                .path("awaitsDecision")
                .asBoolean();
    }

    private void decide(String by, String binding, boolean accepted) {
        var decision = Map.of("accepted", accepted, "reason", "核对过房产证");
        var answer = as(by).post(API + "/binding-requests/" + binding + "/decision", decision);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
