package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.people.RollFixture.lastSixOf;
import static cn.yuanlin.platform.people.RollFixture.phoneOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BindingRequestTest extends MembershipTest {
    @Test
    void theCommitteeSeesWhatItNeedsToDecide() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        var request = requestOf(bindingOf(person));
        assertThat(request.path("door").asString()).isEqualTo("3幢2单元" + room + "室");
        assertThat(request.path("onRoll").asBoolean()).isTrue();
        assertThat(request.path("matched").asBoolean()).isTrue();
        assertThat(request.path("holders").path(0).path("name").asString()).isEqualTo("业主" + room);
        assertThat(request.toString()).doesNotContain(phoneOf(room)).doesNotContain(lastSixOf(room));
    }

    @Test
    void acceptingMakesAnOwnerOfWhomTheNameTells() {
        var room = freshRoom();
        var person = freshPerson();
        bind(person, room, "业主" + room, null, "OWNER");
        assertThat(rolesOf(person)).isEmpty();
        var answer = decide(CHAIR, bindingOf(person), true, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(rolesOf(person)).containsExactly("OWNER");
        var mine = as(person).get(API + "/me/bindings").json().path("items").path(0);
        assertThat(mine.path("reason").asString()).isEqualTo("核对过房产证");
        assertThat(decide(CHAIR, bindingOf(person), false, null).status()).isEqualTo(409);
    }

    @Test
    void anOwnerIsSomebodyOfTheRoll() {
        var room = freshRoom();
        var other = freshRoom();
        var person = freshPerson();
        bind(person, room, "公司的代表", null, "OWNER");
        var binding = bindingOf(person);
        var nameless = decide(CHAIR, binding, true, null);
        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.json().path("holders").path(0).path("person").asString())
                .isEqualTo(holder(room).toString());
        assertThat(decide(CHAIR, binding, true, holder(other)).status()).isEqualTo(400);
        assertThat(decide(CHAIR, binding, true, holder(room)).status()).isEqualTo(200);
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    @Test
    void aTenantIsAcceptedAsAResident() {
        var person = freshPerson();
        bind(person, freshRoom(), "租户", null, "TENANT");
        assertThat(decide(CHAIR, bindingOf(person), true, null).status()).isEqualTo(200);
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
    }

    @Test
    void whoIsOfTheRollStaysSoWhateverRelationTheyAreAcceptedBy() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        bind(person, room, "别名", null, "TENANT");
        assertThat(decide(CHAIR, bindingOf(person), true, null).status()).isEqualTo(200);
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
        assertThat(this.<UUID>ask(
                        () -> jdbc.sql("select person_id from membership where subject = ? and state = 'VERIFIED'")
                                .param(person)
                                .query(UUID.class)
                                .single()))
                .isEqualTo(holder(room));
    }

    @Test
    void aRefusalIsForThisRequestOnly() {
        var room = freshRoom();
        var person = freshPerson();
        bind(person, room, "业主" + room, null, "OWNER");
        var refused = bindingOf(person);
        assertThat(decide(CHAIR, refused, false, null).json().path("state").asString())
                .isEqualTo("REJECTED");
        bind(person, room, "业主" + room, null, "OWNER");
        assertThat(bindingOf(person)).isNotEqualTo(refused);
    }

    @Test
    void whatIsDecidedIsWhatWasSeen() {
        var room = freshRoom();
        var person = freshPerson();
        bind(person, room, "租户", null, "TENANT");
        var seen = bindingOf(person);
        bind(person, room, "业主" + room, null, "OWNER");
        var answer = decide(CHAIR, seen, true, null);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/already-decided");
        assertThat(rolesOf(person)).isEmpty();
    }

    @Test
    void whoIsRefusedAsAnOwnerStaysAResident() {
        var room = freshRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        decide(CHAIR, bindingOf(person), false, null);
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
    }

    @Test
    void aDoorThatIsNotThereCantBeAccepted() {
        var person = freshPerson();
        bind(person, "6666", "某人", null, "OWNER");
        var answer = decide(CHAIR, bindingOf(person), true, null);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/no-such-door");
    }

    @Test
    void nobodyDecidesOnThemselvesAndNobodyOfThePropertyCompanyOnAnybody() {
        var person = freshPerson();
        bind(person, freshRoom(), "某人", null, "TENANT");
        var binding = bindingOf(person);
        Members.admit(http(), ESTATE, person, Role.COMMITTEE);
        Members.admit(http(), ESTATE, "belonging-property", Role.PROPERTY);
        Members.admit(http(), ESTATE, "belonging-both", Role.PROPERTY, Role.COMMITTEE);
        assertThat(decide(person, binding, true, null).json().path("type").asString())
                .isEqualTo("/problems/own-request");
        assertThat(decide("belonging-property", binding, true, null).status()).isEqualTo(403);
        assertThat(decide("belonging-both", binding, true, null).status()).isEqualTo(403);
        assertThat(as("belonging-property").get(API + "/binding-requests").status())
                .isEqualTo(403);
    }

    @Test
    void aDecisionNeedsAReasonAndStaysOnRecord() {
        var person = freshPerson();
        bind(person, freshRoom(), "租户", null, "TENANT");
        var binding = bindingOf(person);
        assertThat(as(CHAIR)
                        .post(API + "/binding-requests/" + binding + "/decision", Map.of("accepted", true))
                        .status())
                .isEqualTo(400);
        decide(CHAIR, binding, true, null);
        assertThat(this.<Long>ask(() ->
                        jdbc.sql("""
                                select count(*) from audit_event where act = 'binding.decided' and actor = ? and subject_id = ?
                                """).params(CHAIR, binding).query(Long.class).single()))
                .isEqualTo(1);
        assertThat(as(CHAIR).get(API + "/binding-requests?state=VERIFIED").status())
                .isEqualTo(200);
    }

    @Test
    void whoActsForACompanyIsKnownByTheRollAsLongAsTheyDo() {
        var room = companysRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "代表" + room, null, "OWNER");
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
        var request = requestOf(bindingOf(person));
        assertThat(request.path("matched").asBoolean()).isTrue();
        assertThat(request.path("holders")
                        .valueStream()
                        .map(holder -> holder.path("name").asString()))
                .containsExactlyInAnyOrder("公司" + room, "代表" + room);
        assertThat(decide(CHAIR, bindingOf(person), true, null).status()).isEqualTo(200);
        dismiss(room);
        assertThat(rolesOf(person)).isEmpty();
    }

    @Test
    void whoActsForACompanyHasAnOwnersRights() {
        var room = companysRoom();
        var person = personWithPhoneOf(room);
        bind(person, room, "代表" + room, null, "OWNER");
        decide(CHAIR, bindingOf(person), true, null);
        assertThat(rolesOf(person)).containsExactly("OWNER");
    }

    private JsonNode requestOf(String binding) {
        var seen = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = as(CHAIR).get(API + "/binding-requests?limit=5" + next).json();
            page.path("items").forEach(seen::add);
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        return seen.stream()
                .filter(request -> request.path("id").asString().equals(binding))
                .findFirst()
                .orElseThrow();
    }

    private Http.Answer decide(String by, String binding, boolean accepted, @Nullable Object as) {
        var decision = new HashMap<String, Object>(Map.of("accepted", accepted, "reason", "核对过房产证"));
        if (as != null) decision.put("person", as);
        return as(by).post(API + "/binding-requests/" + binding + "/decision", decision);
    }
}
