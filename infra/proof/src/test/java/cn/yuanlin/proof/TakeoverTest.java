package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.proof.Caller.Answer;
import cn.yuanlin.proof.DemoRoll.Claim;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What people try who want more than is theirs, with good tokens and through the gateway. */
class TakeoverTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final RunningPlatform platform = RunningPlatform.get();
    private final RunningPlatform.Spare spare = platform.spare();
    private final String estate = spare.path();
    private final Caller gateway = platform.gateway();
    private final DemoRoll roll = DemoRoll.of("linyuan");

    /** The phone of an owner who sits in the committee is given to somebody new, who comes in by WeChat with it. */
    @Test
    void aRecycledNumberBringsNothingThatAnOwnerOrTheCommitteeDecides() {
        var holder = roll.provable().getLast();
        var owner = Resident.comesIn(platform, holder.phone());
        var tie = owner.asks(estate, holder.claim()).json();
        assertThat(tie.path("state").asString()).isEqualTo("VERIFIED");
        appoint(tie.path("binding").asString());
        owner.awaitRoles(estate, "OWNER", "COMMITTEE");
        decides(owner);

        var stranger = Resident.comesIn(platform, holder.phone());
        assertThat(stranger.subject()).isEqualTo(owner.subject());
        assertThat(platform.reverifyNeeded(stranger.subject())).isTrue();
        assertThat(owner.refresh().expecting(401).problem()).isEqualTo("session-ended");
        stranger.awaitRoles(estate, "OWNER", "COMMITTEE");
        // The owner's last token still lives; nobody can know any more who holds it.
        for (var person : List.of(stranger, owner)) decidesNothing(person);

        var wrong = holder.claim().lastSix().equals("000000") ? "000001" : "000000";
        for (var signs : List.of("", wrong))
            stranger.asks(estate, holder.claim().showing(signs));
        assertThat(platform.reverifyNeeded(stranger.subject())).isTrue();
        decidesNothing(stranger);

        stranger.asks(estate, holder.claim());
        assertThat(platform.reverifyNeeded(stranger.subject())).isFalse();
        decides(stranger);
    }

    @Test
    void aRevokedMembersTokenIsWorthNothingWithinAMinute() {
        var tenant = Resident.comesIn(platform, Phones.newNumber());
        var request = asksAsTenant(tenant);
        decide(spare.committee(), request).expecting(200);
        tenant.awaitRoles(estate, "RESIDENT");
        tenant.get(estate + "/profile").expecting(200);
        gateway.post(estate + "/memberships/" + request + "/revocation", spare.committee(), "{\"reason\":\"租赁合同已解除\"}")
                .expecting(204);
        Awaitility.await("the token that still lives to be refused")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tenant.get(estate + "/profile").status() == 403);
    }

    @Test
    void propertyStaffDecideWhoBelongsHereNeitherAloneNorAsCommitteeMembers() {
        var request = asksAsTenant(Resident.comesIn(platform, Phones.newNumber()));
        var clerk = Resident.comesIn(platform, Phones.newNumber());
        for (var roles : List.of(Set.of("PROPERTY"), Set.of("PROPERTY", "COMMITTEE"))) {
            admit(clerk, roles);
            clerk.awaitRoles(estate, roles.toArray(String[]::new));
            assertThat(decide(clerk.token(), request).expecting(403).problem()).isEqualTo("forbidden");
        }
        assertThat(requests()).contains(request);
    }

    private void decidesNothing(Resident person) {
        var writes = ApiDocument.of("platform-api").operations().stream()
                .filter(operation -> !operation.method().equals("GET"))
                .filter(operation -> operation.access().contains("COMMITTEE")
                        || operation.access().contains("OWNER"))
                .toList();
        assertThat(writes)
                .hasSizeGreaterThan(15)
                .extracting(Object::toString)
                .contains(
                        "POST /api/estates/{slug}/roll/export",
                        "POST /api/estates/{slug}/persons/{person}/disclosures");
        for (var write : writes)
            refusesUntilProven(person.send(write.method(), path(write.path()), write.body()), write);
        for (var read : List.of("/archive-passphrase", "/me/data")) refusesUntilProven(person.get(estate + read), read);
        person.get(estate + "/profile").expecting(200);
    }

    private static void refusesUntilProven(Answer answer, Object operation) {
        assertThat(answer.status()).as(operation + ": " + answer).isEqualTo(403);
        assertThat(answer.problem()).as(operation.toString()).isEqualTo("reverification-needed");
    }

    private String path(String template) {
        return template.replace("/api/estates/{slug}", estate)
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    }

    /** Whose number is in no doubt is let through, and finds nobody of these ids; others' phones take a code of one's own first. */
    private void decides(Resident member) {
        member.send("DELETE", path("/api/estates/{slug}/me/units/{unit}/members/{membership}"), "")
                .expecting(404);
        member.send("POST", path("/api/estates/{slug}/memberships/{membership}/revocation"), "{\"reason\":\"已搬走\"}")
                .expecting(404);
        var disclosure = member.send(
                "POST",
                path("/api/estates/{slug}/persons/{person}/disclosures"),
                "{\"field\":\"PHONE\",\"reason\":\"核对联系方式\"}");
        assertThat(disclosure.expecting(403).problem()).isEqualTo("phone-proof-needed");
    }

    private void appoint(String membership) {
        var term = gateway.post(estate + "/committee/terms", spare.committee(), """
                        {"startsOn":"%s","endsOn":"%s"}""".formatted(
                                TODAY.minusDays(1), TODAY.plusYears(1)))
                .created()
                .path("id")
                .asString();
        gateway.post(estate + "/committee/terms/" + term + "/appointments", spare.committee(), """
                        {"membership":"%s","office":"MEMBER","from":"%s"}""".formatted(
                                membership, TODAY.minusDays(1)))
                .expecting(201);
    }

    /** As the control plane does it. */
    private void admit(Resident person, Set<String> roles) {
        var body = "{\"name\":\"物业客服\",\"roles\":[\"" + String.join("\",\"", roles) + "\"]}";
        platform.cell()
                .call(
                        "PUT",
                        "/internal/estates/" + spare.id() + "/members/" + person.subject(),
                        platform.cellOperator(),
                        body)
                .expecting(204);
    }

    private String asksAsTenant(Resident person) {
        var claim = new Claim(roll.provable().getFirst().door(), "租客", "TENANT", "");
        var asked = person.asks(estate, claim).json();
        assertThat(asked.path("state").asString()).isEqualTo("PENDING");
        return asked.path("binding").asString();
    }

    private Answer decide(String token, String request) {
        return gateway.post(
                estate + "/binding-requests/" + request + "/decision",
                token,
                "{\"accepted\":true,\"reason\":\"核对过租赁合同\"}");
    }

    private List<String> requests() {
        return gateway.get(estate + "/binding-requests?limit=200", spare.committee())
                .expecting(200)
                .json()
                .path("items")
                .findValuesAsString("id");
    }
}
