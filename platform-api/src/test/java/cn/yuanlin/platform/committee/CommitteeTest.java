package cn.yuanlin.platform.committee;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.membership.MembershipTest;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.TestIssuer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommitteeTest extends MembershipTest {
    @Autowired
    private Clock clock;

    @Autowired
    private CommitteeRoles roles;

    private LocalDate today;
    private String term;

    /** All tests share the estate's running term; chairs resign at the end of the test that made them. */
    @BeforeEach
    void aRunningTerm() {
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        open(today.minusYears(1), today.plusYears(3));
        term = as(CHAIR)
                .get(API + "/committee/terms")
                .json()
                .path("items")
                .valueStream()
                .filter(known -> LocalDate.parse(known.path("startsOn").asString())
                                .isBefore(today)
                        && LocalDate.parse(known.path("endsOn").asString()).isAfter(today))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @Test
    void theRoleComesWithTheOfficeAndGoesWithIt() {
        var member = ownerOf(freshRoom());
        var appointed = appoint(member, "MEMBER", today);
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(appointed.text()).doesNotContain(member);
        assertThat(rolesOf(member)).containsExactlyInAnyOrder("OWNER", "COMMITTEE");
        assertThat(as(member).get(API + "/binding-requests").status()).isEqualTo(200);

        var left = resign(appointed.json().path("id").asString(), today);
        assertThat(left.json().path("leftBecause").asString()).isEqualTo("搬家");
        assertThat(rolesOf(member)).containsExactly("OWNER");
        assertThat(as(member).get(API + "/binding-requests").status()).isEqualTo(403);
    }

    @Test
    void aMessageToTheCommitteeReachesWhoIsInOffice() {
        var member = ownerOf(freshRoom());
        var appointed = appoint(member, "MEMBER", today);
        assertThat(committee()).contains(member).isSorted();
        resign(appointed.json().path("id").asString(), today);
        assertThat(committee()).doesNotContain(member);
        assertThat(this.<List<String>>ask(() -> roles.holders(Set.of(Role.OWNER), null, 500)))
                .isEmpty();
    }

    private List<String> committee() {
        return ask(() -> roles.holders(Set.of(Role.COMMITTEE), null, 500));
    }

    /** Asked by the control plane, which then ends the account in no estate. */
    @Test
    void anOfficeHoldsThePersonUntilTheyResign() {
        var member = ownerOf(freshRoom());
        var appointed = appoint(member, "MEMBER", today);
        var service = http().as(TestIssuer.serviceToken());
        var path = "/internal/people/" + member;
        for (var held : List.of(service.get(path + "/hindrances"), service.post(path + "/closing", null))) {
            assertThat(held.status()).as(held.text()).isEqualTo(200);
            assertThat(held.json().path("items")).hasSize(1);
            var hindrance = held.json().path("items").path(0);
            assertThat(hindrance.path("estate").asString()).isEqualTo("归属");
            assertThat(hindrance.path("why").asString()).contains("业委会");
        }
        assertThat(rolesOf(member)).contains("COMMITTEE");

        resign(appointed.json().path("id").asString(), today);
        assertThat(service.post(path + "/closing", null).json().path("items")).isEmpty();
        assertThat(rolesOf(member)).isEmpty();
    }

    @Test
    void anOfficeThatBeginsTomorrowGivesNothingToday() {
        var member = ownerOf(freshRoom());
        var appointed = appoint(member, "MEMBER", today.plusDays(1));
        assertThat(rolesOf(member)).containsExactly("OWNER");
        assertThat(type(as(member).post(API + "/me/closing", null))).isEqualTo("/problems/closing-hindered");
        resign(appointed.json().path("id").asString(), today.plusDays(1));
        assertThat(as(member).post(API + "/me/closing", null).status()).isEqualTo(200);
    }

    @Test
    void whoResignsForTomorrowIsOfTheCommitteeToday() {
        var member = ownerOf(freshRoom());
        var appointed = appoint(member, "MEMBER", today.minusDays(1));
        resign(appointed.json().path("id").asString(), today.plusDays(1));
        assertThat(rolesOf(member)).contains("COMMITTEE");
    }

    @Test
    void aTermThatIsOverGivesNothing() {
        var member = ownerOf(freshRoom());
        var past =
                open(today.minusYears(9), today.minusYears(6)).json().path("id").asString();
        var membership = bindingOf(member);
        var appointed = as(CHAIR)
                .post(
                        API + "/committee/terms/" + past + "/appointments",
                        Map.of(
                                "membership",
                                membership,
                                "office",
                                "CHAIR",
                                "from",
                                today.minusYears(8).toString()));
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(rolesOf(member)).containsExactly("OWNER");
    }

    @Test
    void whoIsNoOwnerAnyMoreIsNotOfTheCommittee() {
        var room = freshRoom();
        var member = ownerOf(room);
        appoint(member, "MEMBER", today);
        sell(room);
        assertThat(rolesOf(member)).isEmpty();
    }

    @Test
    void onlyOwnersTheRollKnowsAreAppointed() {
        var room = freshRoom();
        var resident = personWithPhoneOf(room);
        bind(resident, room, "业主" + room, null, "OWNER");
        assertThat(appoint(resident, "MEMBER", today).status()).isEqualTo(400);
        assertThat(appointMembership(UUID.randomUUID().toString(), "MEMBER", today)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void thereIsOneChairAndOneOfficeAPerson() {
        var chair = ownerOf(freshRoom());
        var appointed = appoint(chair, "CHAIR", today);
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(type(appoint(chair, "DEPUTY", today))).isEqualTo("/problems/in-office");
        assertThat(type(appoint(ownerOf(freshRoom()), "CHAIR", today))).isEqualTo("/problems/chair-taken");
        var office = appointed.json().path("id").asString();
        assertThat(type(as(chair).post(API + "/me/closing", null))).isEqualTo("/problems/closing-hindered");
        assertThat(resign(office, today).status()).isEqualTo(200);
        assertThat(type(resign(office, today))).isEqualTo("/problems/already-left");
        var next = appoint(ownerOf(freshRoom()), "CHAIR", today);
        assertThat(next.status()).isEqualTo(201);
        resign(next.json().path("id").asString(), today);
        assertThat(as(chair).post(API + "/me/closing", null).status()).isEqualTo(200);
    }

    @Test
    void daysLieWithinTheTerm() {
        var member = ownerOf(freshRoom());
        assertThat(appoint(member, "MEMBER", today.plusYears(4)).status()).isEqualTo(400);
        var appointed = appoint(member, "MEMBER", today).json().path("id").asString();
        assertThat(resign(appointed, today.minusDays(1)).status()).isEqualTo(400);
    }

    @Test
    void termsDontOverlapAndHaveALength() {
        assertThat(type(open(today.minusDays(1), today.plusDays(1)))).isEqualTo("/problems/terms-overlap");
        assertThat(open(today.plusYears(20), today.plusYears(20)).status()).isEqualTo(400);
        assertThat(open(today.plusYears(20), today.plusYears(26)).status()).isEqualTo(400);
    }

    @Test
    void everybodyWhoBelongsSeesWhoIsOnTheCommitteeAndOnlyItChangesThat() {
        var owner = ownerOf(freshRoom());
        assertThat(as(owner).get(API + "/committee/terms").status()).isEqualTo(200);
        assertThat(as(owner)
                        .post(API + "/committee/terms", Map.of("startsOn", "2040-01-01", "endsOn", "2043-01-01"))
                        .status())
                .isEqualTo(403);
    }

    private Http.Answer open(LocalDate startsOn, LocalDate endsOn) {
        return as(CHAIR)
                .post(API + "/committee/terms", Map.of("startsOn", startsOn.toString(), "endsOn", endsOn.toString()));
    }

    private Http.Answer appoint(String person, String office, LocalDate from) {
        return appointMembership(bindingOf(person), office, from);
    }

    private Http.Answer appointMembership(String membership, String office, LocalDate from) {
        return as(CHAIR)
                .post(
                        API + "/committee/terms/" + term + "/appointments",
                        Map.of("membership", membership, "office", office, "from", from.toString()));
    }

    private Http.Answer resign(String appointment, LocalDate on) {
        return as(CHAIR)
                .post(
                        API + "/committee/appointments/" + appointment + "/resignation",
                        Map.of("on", on.toString(), "reason", "搬家"));
    }

    private static String type(Http.Answer refused) {
        return refused.json().path("type").asString();
    }
}
