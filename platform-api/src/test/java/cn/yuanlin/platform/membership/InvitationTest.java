package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.testing.TestIssuer.tokenOf;
import static cn.yuanlin.platform.testing.TestIssuer.tokenWithoutNameOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InvitationTest extends MembershipTest {
    @Autowired
    private Clock clock;

    @Test
    void familyComesInByACodeThatWorksOnce() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var code = invite(owner, unit(room), "FAMILY", null);
        var child = freshPerson();
        var accepted = accept(child, code.toLowerCase(Locale.ROOT).replaceAll("(.{5})", "$1-"));
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(rolesOf(child)).containsExactly("RESIDENT");
        var again = accept(freshPerson(), code);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().path("type").asString()).isEqualTo("/problems/invitation-unusable");
        assertThat(accept(freshPerson(), "0000000000").json().path("detail"))
                .isEqualTo(again.json().path("detail"));
    }

    @Test
    void theHouseholdKnowsWhomItTookInByTheNameTheySay() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var code = invite(owner, unit(room), "FAMILY", null);
        var nameless = http().as(tokenWithoutNameOf(freshPerson()));
        var acceptance = API + "/invitations/" + code + "/acceptance";
        assertThat(nameless.post(acceptance, Map.of("name", "麦".repeat(51))).status())
                .isEqualTo(400);
        assertThat(nameless.post(acceptance, Map.of("name", " 余苇星 ")).status()).isEqualTo(200);
        assertThat(as(owner).get(membersOf(room)).json().path("items").valueStream())
                .anyMatch(member -> member.path("name").asString().equals("余苇星"));
    }

    @Test
    void theCodeIsKeptNowhereReadable() {
        var room = freshRoom();
        var code = invite(ownerOf(room), unit(room), "FAMILY", null);
        assertThat(this.<String>ask(() -> jdbc.sql("select string_agg(i::text, ' ') from invitation i")
                        .query(String.class)
                        .single()))
                .doesNotContain(code);
    }

    @Test
    void aTenantLeavesWhenTheLeaseEnds() {
        var room = freshRoom();
        var owner = ownerOf(room);
        assertThat(tryToInvite(owner, unit(room), "TENANT", null).status()).isEqualTo(400);
        assertThat(tryToInvite(owner, unit(room), "TENANT", today().minusDays(1))
                        .status())
                .isEqualTo(400);
        var tenant = freshPerson();
        accept(tenant, invite(owner, unit(room), "TENANT", today()));
        assertThat(rolesOf(tenant)).containsExactly("RESIDENT");

        var past = freshPerson();
        accept(past, invite(owner, unit(room), "TENANT", today()));
        inEstate(
                estate(),
                () -> jdbc.sql("update membership set until = ? where subject = ?")
                        .params(today().minusDays(1), past)
                        .update());
        assertThat(rolesOf(past)).isEmpty();
        assertThat(as(owner).get(membersOf(room)).text())
                .contains(bindingOf(tenant))
                .doesNotContain(bindingOf(past));
    }

    @Test
    void whoseLeaseEndedMayBeInvitedAgain() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var tenant = freshPerson();
        accept(tenant, invite(owner, unit(room), "TENANT", today()));
        inEstate(
                estate(),
                () -> jdbc.sql("update membership set until = ? where subject = ?")
                        .params(today().minusDays(1), tenant)
                        .update());
        accept(tenant, invite(owner, unit(room), "TENANT", today().plusDays(30)));
        assertThat(rolesOf(tenant)).containsExactly("RESIDENT");
    }

    @Test
    void onlyTheOwnerOfTheUnitInvites() {
        var room = freshRoom();
        var other = freshRoom();
        var owner = ownerOf(room);
        var resident = personWithPhoneOf(other);
        bind(resident, other, "业主" + other, null, "OWNER");
        assertThat(tryToInvite(owner, unit(other), "FAMILY", null).status()).isEqualTo(404);
        assertThat(tryToInvite(owner, UUID.randomUUID(), "FAMILY", null).status())
                .isEqualTo(404);
        assertThat(tryToInvite(resident, unit(other), "FAMILY", null).status()).isEqualTo(403);
    }

    @Test
    void nobodyComesInOnTheWordOfWhoSold() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var code = invite(owner, unit(room), "FAMILY", null);
        sell(room);
        assertThat(accept(freshPerson(), code).status()).isEqualTo(404);
    }

    @Test
    void anOwnerWhoAcceptsAnInvitationStaysOne() {
        var room = freshRoom();
        var owner = ownerOf(room);
        accept(owner, invite(owner, unit(room), "FAMILY", null));
        assertThat(rolesOf(owner)).containsExactly("OWNER");
    }

    @Test
    void twentyOpenInvitationsAreEnough() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var unit = unit(room);
        IntStream.range(0, 20).forEach(n -> invite(owner, unit, "FAMILY", null));
        assertThat(tryToInvite(owner, unit, "FAMILY", null).status()).isEqualTo(409);
    }

    @Test
    void anOwnerSendsAMemberAwayButNoOtherOwner() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var stranger = ownerOf(freshRoom());
        var child = freshPerson();
        accept(child, invite(owner, unit(room), "FAMILY", null));
        var member = membersOf(room) + "/" + bindingOf(child);
        assertThat(as(stranger).delete(member).status()).isEqualTo(404);
        assertThat(rolesOf(child)).containsExactly("RESIDENT");
        assertThat(as(owner).delete(member).status()).isEqualTo(204);
        assertThat(rolesOf(child)).isEmpty();
        assertThat(as(owner).delete(member).status()).isEqualTo(404);
        assertThat(as(owner).delete(membersOf(room) + "/" + bindingOf(owner)).status())
                .isEqualTo(409);
    }

    @Test
    void whoWaitsForTheCommitteeComesInByACodeAndWaitsOn() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var claims = freshPerson();
        bind(claims, room, "业主" + room, null, "OWNER");
        var request = bindingOf(claims);
        accept(claims, invite(owner, unit(room), "TENANT", today()));
        assertThat(rolesOf(claims)).containsExactly("RESIDENT");
        var mine = as(claims).get(API + "/me/bindings").json().path("items");
        assertThat(mine).hasSize(1);
        assertThat(mine.path(0).path("id").asString()).isEqualTo(request);
        assertThat(mine.path(0).path("relation").asString()).isEqualTo("OWNER");
        assertThat(mine.path(0).path("awaitsDecision").asBoolean()).isTrue();
        assertThat(mine.path(0).path("until").asString()).isEqualTo(today().toString());
    }

    @Test
    void whatTheRollGivesOutlastsALease() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var joint = personWithPhoneOf(room);
        bind(joint, room, "业主" + room, null, "OWNER");
        accept(joint, invite(owner, unit(room), "TENANT", today()));
        var mine = as(joint).get(API + "/me/bindings").json().path("items").path(0);
        assertThat(mine.path("until").isNull()).isTrue();
        assertThat(mine.path("awaitsDecision").asBoolean()).isTrue();
        assertThat(rolesOf(joint)).containsExactly("RESIDENT");
    }

    /** Joint owners may be at odds: whom the roll knows by phone and name waits for the committee, not for the other one. */
    @Test
    void anOwnerSendsNoJointOwnerAwayWhoWaitsForTheCommittee() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var waits = personWithPhoneOf(room);
        bind(waits, room, "业主" + room, null, "OWNER");
        assertThat(as(owner).delete(membersOf(room) + "/" + bindingOf(waits)).status())
                .isEqualTo(409);
        assertThat(rolesOf(waits)).containsExactly("RESIDENT");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TieRoles.SHANGHAI);
    }

    private String membersOf(String room) {
        return API + "/me/units/" + unit(room) + "/members";
    }

    private String invite(String owner, UUID unit, String relation, @Nullable LocalDate until) {
        var answer = tryToInvite(owner, unit, relation, until);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        return answer.json().path("code").asString();
    }

    private Http.Answer tryToInvite(String owner, UUID unit, String relation, @Nullable LocalDate until) {
        var request = new HashMap<String, Object>(Map.of("relation", relation));
        if (until != null) request.put("until", until.toString());
        return as(owner).post(API + "/me/units/" + unit + "/invitations", request);
    }

    private Http.Answer accept(String person, String code) {
        return http().as(tokenOf(person)).post(API + "/invitations/" + code + "/acceptance", null);
    }
}
