package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is bound to a unit hears of whoever comes in. */
class ArrivalsTest extends MembershipTest {
    private final String room = freshRoom();

    @Test
    void theHouseholdHearsOfWhomTheOwnerInvited() {
        var owner = ownerOf(room);
        var tenant = freshPerson();
        var terms = Map.of("relation", "TENANT", "until", "2099-01-01");
        var code = as(owner)
                .post(API + "/me/units/" + unit(room) + "/invitations", terms)
                .json()
                .path("code")
                .asString();
        var accepted = as(tenant).post(API + "/invitations/" + code + "/acceptance", null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        hears(owner, "租户");
        assertThat(told(tenant)).isEmpty();
    }

    @Test
    void aResidentWhoBecomesAnOwnerIsNewsAgainAndTheSameRightsAreNone() {
        var before = ownerOf(room);
        var person = personWithPhoneOf(room);
        bind(person, room, "业主" + room, null, "OWNER");
        hears(before, "住户");
        bind(person, room, "业主" + room, null, "OWNER");
        decide(bindingOf(person), true);
        hears(before, "住户", "业主");
        assertThat(told(person)).isEmpty();
    }

    @Test
    void whoIsRefusedIsNobodysNews() {
        var owner = ownerOf(room);
        var stranger = freshPerson();
        bind(stranger, room, "陌生人", null, "FAMILY");
        decide(bindingOf(stranger), false);
        var family = freshPerson();
        bind(family, room, "家人", null, "FAMILY");
        decide(bindingOf(family), true);
        hears(owner, "家属");
    }

    @Test
    void whoNoLongerHoldsTheUnitHearsNothing() {
        var seller = ownerOf(room);
        var family = freshPerson();
        bind(family, room, "家人", null, "FAMILY");
        decide(bindingOf(family), true);
        hears(seller, "家属");
        sell(room);
        var next = freshPerson();
        bind(next, room, "新家人", null, "FAMILY");
        decide(bindingOf(next), true);
        hears(family, "家属");
        assertThat(inbox(seller)).containsExactly("家属");
    }

    private void decide(String binding, boolean accepted) {
        var decision = new HashMap<String, @Nullable Object>(Map.of("accepted", accepted, "reason", "核对过房产证"));
        var answer = as(CHAIR).post(API + "/binding-requests/" + binding + "/decision", decision);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void hears(String person, String... of) {
        await().untilAsserted(() -> assertThat(inbox(person)).containsExactly(of));
    }

    /** As what people came in, in the order in which the person was told. */
    private List<String> inbox(String person) {
        return told(person).stream()
                .map(body -> body.replaceAll("有人以(..)身份.*", "$1"))
                .toList();
    }

    private List<String> told(String person) {
        return ask(() -> jdbc.sql("""
                        select b.body from message m join broadcast b on b.id = m.broadcast_id
                        where m.subject = ? order by m.id
                        """).param(person).query(String.class).list());
    }
}
