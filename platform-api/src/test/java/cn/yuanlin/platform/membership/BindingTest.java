package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static cn.yuanlin.platform.testing.TestIssuer.tokenWithoutNameOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.identity.PeopleClient;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.StatementCount;
import cn.yuanlin.platform.testing.TestPeople;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class BindingTest extends MembershipTest {
    @Autowired
    private PeopleClient people;

    @Test
    void phoneNameAndDocumentMakeAnOwner() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        var answer = bind(person, room, "业主 " + room, lastSixOf(room).toLowerCase(Locale.ROOT), "OWNER");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("state").asString()).isEqualTo("VERIFIED");
        assertThat(rolesOf(person)).containsExactly("OWNER");
        assertThat(TestPeople.belongs(person, ESTATE)).isTrue();
    }

    @Test
    void whoTheRollKnowsIsCalledByTheirNameAndNobodyByTheIdOfAnAccount() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        Members.admit(http(), ESTATE, person, Role.RESIDENT);
        assertThat(nameOf(person).isNull()).isTrue();
        bind(person, room, "业主 " + room, lastSixOf(room), "OWNER");
        assertThat(nameOf(person).asString()).isEqualTo("业主" + room);
    }

    private JsonNode nameOf(String person) {
        var me = http().as(tokenWithoutNameOf(person, ESTATE)).get(API + "/me");
        assertThat(me.status()).isEqualTo(200);
        return me.json().path("name");
    }

    @Test
    void phoneAndNameMakeAResidentWhoWaitsToBeAnOwner() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        assertThat(bind(person, room, "业主" + room, null, "OWNER")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("VERIFIED");
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
        var mine = as(person).get(API + "/me/bindings").json().path("items").path(0);
        assertThat(mine.path("rights").asString()).isEqualTo("RESIDENT");
        assertThat(mine.path("awaitsDecision").asBoolean()).isTrue();
        assertThat(mine.path("door").asString()).isEqualTo("3幢2单元" + room + "室");
    }

    @Test
    void aRoomWhoseDocumentNobodyKnowsGivesNoOwnerByItself() {
        var person = personWithPhoneOf("901");
        bind(person, "901", "业主901", "00901X", "OWNER");
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
    }

    @Test
    void anotherNameOrPhoneIsARequest() {
        var room = freshRoom();
        assertThat(bind(personWithPhoneOf(room), room, "别人", lastSixOf(room), "OWNER")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PENDING");
        var stranger = freshPerson();
        TestPeople.verified(stranger, "13999999999");
        assertThat(bind(stranger, room, "业主" + room, lastSixOf(room), "OWNER")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PENDING");
        assertThat(rolesOf(stranger)).isEmpty();
        assertThat(TestPeople.belongs(stranger, ESTATE)).isFalse();
    }

    @Test
    void aNumberThatMayHaveChangedHandsProvesNothingWithoutTheDocument() {
        var room = freshRoom();
        var person = freshPerson();
        TestPeople.recycled(person, phoneOf(room));
        bind(person, room, "业主" + room, null, "OWNER");
        assertThat(rolesOf(person)).isEmpty();
        assertThat(people.phoneOf(person).orElseThrow().reverifyNeeded()).isTrue();
        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(person)).containsExactly("OWNER");
        assertThat(people.phoneOf(person).orElseThrow().reverifyNeeded()).isFalse();
    }

    @Test
    void aDoorThatIsNotThereIsAnsweredAndAskedForLikeOneThatIs() {
        var room = freshRoom();
        var there = freshPerson();
        var notThere = freshPerson();
        bind(freshPerson(), room, "某人", "123456", "OWNER"); // warm
        long asked = StatementCount.of(() -> bind(there, room, "某人", "123456", "OWNER"));
        long askedElsewhere = StatementCount.of(() -> bind(notThere, "8888", "某人", "123456", "OWNER"));
        assertThat(askedElsewhere).isEqualTo(asked);

        var first = as(there).get(API + "/me/bindings").json().path("items").path(0);
        var second = as(notThere).get(API + "/me/bindings").json().path("items").path(0);
        for (var field : new String[] {"state", "rights", "relation", "awaitsDecision", "until", "reason"})
            assertThat(second.path(field)).as(field).isEqualTo(first.path(field));
        assertThat(bind(there, room, "某人", null, "OWNER").status())
                .isEqualTo(bind(notThere, "8888", "某人", null, "OWNER").status())
                .isEqualTo(202);
    }

    @Test
    void theUnitOfARequestIsNotToldBeforeItIsDecided() {
        var room = freshRoom();
        var person = freshPerson();
        bind(person, room, "某人", null, "TENANT");
        assertThat(as(person).get(API + "/me/bindings").text())
                .doesNotContain(unit(room).toString());
    }

    @Test
    void fiveTriesOfTheDocumentThenOnlyTheCommittee() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        for (int wrong = 1; wrong <= 5; wrong++) bind(person, room, "业主" + room, "11111" + wrong, "OWNER");
        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
    }

    @Test
    void theFifthTryStillCounts() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        for (int wrong = 1; wrong <= 4; wrong++) bind(person, room, "业主" + room, "11111" + wrong, "OWNER");
        bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    @Test
    void aNewAccountOfTheSamePhoneHasNoNewTries() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        for (int wrong = 1; wrong <= 5; wrong++) bind(person, room, "业主" + room, "11111" + wrong, "OWNER");
        var anew = personWithPhoneOf(room);
        bind(anew, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(anew)).containsExactly("RESIDENT");
    }

    @Test
    void rightTriesCostNothing() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        for (int again = 1; again <= 6; again++) bind(person, room, "业主" + room, lastSixOf(room), "OWNER");
        var anew = personWithPhoneOf(room);
        bind(anew, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(anew)).containsExactly("OWNER");
    }

    @Test
    void theCommitteeHearsOfTheFifthWrongTry() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        for (int wrong = 1; wrong <= 4; wrong++) bind(person, room, "业主" + room, "11111" + wrong, "OWNER");
        assertThat(guessesTold(person)).isZero();
        bind(person, room, "业主" + room, "111115", "OWNER");
        assertThat(guessesTold(person)).isEqualTo(1);
    }

    @Test
    void oneAccountMayHaveSeveralUnits() {
        var one = freshRoom();
        var other = freshRoom();
        var person = ownerOf(one);
        TestPeople.verified(person, phoneOf(other));
        bind(person, other, "业主" + other, null, "FAMILY");
        assertThat(rolesOf(person)).containsExactlyInAnyOrder("OWNER", "RESIDENT");
        assertThat(as(person)
                        .get(API + "/me/bindings?limit=1")
                        .json()
                        .path("next")
                        .isNull())
                .isFalse();
    }

    @Test
    void askingAgainForTheSameDoorIsTheSameTie() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        var first = bind(person, room, "业主" + room, null, "OWNER").json().path("binding");
        var second =
                bind(person, room, "业主" + room, lastSixOf(room), "OWNER").json().path("binding");
        assertThat(second).isEqualTo(first);
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    @Test
    void tenNewDoorsADayAreEnough() {
        var person = freshPerson();
        for (int room = 1; room <= 10; room++)
            assertThat(bind(person, "70" + room, "某人", null, "OWNER").status()).isEqualTo(202);
        var answer = bind(person, "799", "某人", null, "OWNER");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-many-bindings");
    }

    @Test
    void waitsForNobodyButSaysSoWhileThePhoneCantBeAskedFor() {
        var room = freshRoom();
        TestPeople.whileAway(() -> {
            var answer = bind(freshPerson(), room, "某人", null, "OWNER");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        });
    }

    @Test
    void refusesWhatIsNoDoorOrNoDigits() {
        var person = freshPerson();
        assertThat(bind(person, "!", "某人", null, "OWNER").status()).isEqualTo(400);
        assertThat(bind(person, "101", "某人", "12345", "OWNER").status()).isEqualTo(400);
        assertThat(bind(person, "101", "", null, "OWNER").status()).isEqualTo(400);
        assertThat(bind(person, "101", "某人", null, "GUEST").status()).isEqualTo(400);
    }

    @Test
    void aTieGivesNothingWithoutTheTokensWordAndTheTokensWordNothingWithoutATie() {
        var room = freshRoom();
        var owner = ownerOf(room);
        assertThat(http().as(tokenOf(owner)).get(API + "/units").status()).isEqualTo(403);
        assertThat(as(freshPerson()).get(API + "/units").status()).isEqualTo(403);
    }

    @Test
    void aGuestComesInForWhatGuestsMayAndNoFurther() {
        var guest = freshPerson();
        var answer = http().as(tokenOf(guest)).post(API + "/guests", null);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("state").asString()).isEqualTo("VERIFIED");
        var again = http().as(tokenOf(guest)).post(API + "/guests", null);
        assertThat(again.json()).isEqualTo(answer.json());
        assertThat(as(guest).get(API + "/units").status()).isEqualTo(403);
        assertThat(TestPeople.belongs(guest, ESTATE)).isFalse();
    }

    @Test
    void whoLeavesIsOut() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var binding = bindingOf(owner);
        assertThat(as(freshPerson()).delete(API + "/me/bindings/" + binding).status())
                .isEqualTo(404);
        assertThat(as(owner).delete(API + "/me/bindings/" + binding).status()).isEqualTo(204);
        assertThat(rolesOf(owner)).isEmpty();
        assertThat(TestPeople.belongs(owner, ESTATE)).isFalse();
        assertThat(as(owner).delete(API + "/me/bindings/" + binding).status()).isEqualTo(404);
        bind(owner, room, "业主" + room, lastSixOf(room), "OWNER");
        assertThat(rolesOf(owner)).containsExactly("OWNER");
    }

    @Test
    void isToldLaterWhoBelongsIfTheControlPlaneWasAway() {
        var room = freshRoom();
        var owner = ownerOf(room);
        TestPeople.whileAway(() -> as(owner).delete(API + "/me/bindings/" + bindingOf(owner)));
        assertThat(rolesOf(owner)).isEmpty();
        assertThat(TestPeople.belongs(owner, ESTATE)).isTrue();
        as(owner).get(API + "/me/bindings");
        assertThat(TestPeople.belongs(owner, ESTATE)).isFalse();
    }

    /** Whoever tells holds a connection, and one of the estate's places; not all of them must be held so at once. */
    @Test
    void nobodyIsTurnedAwayBecauseTheControlPlaneHangs() {
        ownerOf(freshRoom());
        var people = Stream.generate(MembershipTest::freshPerson).limit(20).toList();
        inEstate(
                estate(),
                () -> people.forEach(person -> jdbc.sql("insert into belonging (subject, told) values (?, true)")
                        .param(person)
                        .update()));
        TestPeople.whileHanging(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = people.stream()
                        .map(person -> threads.submit(
                                () -> as(person).get(API + "/me/bindings").status()))
                        .toList();
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
            }
        });
    }

    private long guessesTold(String person) {
        var cause = "membership.document-guessed:" + bindingOf(person);
        return ask(() -> jdbc.sql("select count(*) from broadcast where cause = ?")
                .param(cause)
                .query(Long.class)
                .single());
    }
}
