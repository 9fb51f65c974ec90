package cn.yuanlin.platform.committee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.membership.MembershipTest;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestPeople;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StaffTest extends MembershipTest {
    @Autowired
    private Clock clock;

    @Autowired
    private StaffRoles roles;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void theRoleComesWithThePostAndGoesWithIt() {
        var clerk = ownerOf(freshRoom());
        var appointed = appoint(bindingOf(clerk), "SHOP_CLERK", today, null);
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(appointed.text()).doesNotContain(clerk);
        assertThat(rolesOf(clerk)).containsExactlyInAnyOrder("OWNER", "SHOP_CLERK");

        var left = end(id(appointed), today);
        assertThat(left.json().path("leftBecause").asString()).isEqualTo("合同到期");
        assertThat(rolesOf(clerk)).containsExactly("OWNER");
        assertThat(type(end(id(appointed), today))).isEqualTo("/problems/post-left");
    }

    @Test
    void aPostIsTheirsFromItsFirstDayToItsLast() {
        var early = ownerOf(freshRoom());
        appoint(bindingOf(early), "AUDITOR", today.plusDays(1), null);
        assertThat(rolesOf(early)).containsExactly("OWNER");
        var late = ownerOf(freshRoom());
        appoint(bindingOf(late), "AUDITOR", today.minusDays(9), today.minusDays(1));
        assertThat(rolesOf(late)).containsExactly("OWNER");
        var last = ownerOf(freshRoom());
        appoint(bindingOf(last), "AUDITOR", today.minusDays(9), today);
        assertThat(rolesOf(last)).contains("AUDITOR");
    }

    /** People of the property company mostly live elsewhere: they come as guests and say the number their own phone shows. */
    @Test
    void aGuestIsFoundByTheirNumberAloneAndBelongsForAsLongAsThePost() {
        var guest = freshPerson();
        assertThat(as(guest).post(API + "/guests", null).status()).isLessThan(300);
        var tie = bindingOf(guest);
        var number = tie.substring(tie.length() - 8);
        assertThat(found("居民", false)).doesNotContain(tie);
        assertThat(found(number.substring(1), false)).doesNotContain(tie);
        assertThat(found(number.toUpperCase(Locale.ROOT), false)).containsExactly(tie);
        assertThat(found(number, true)).isEmpty();
        assertThat(found(number.substring(0, 4) + "-" + number.substring(4), false))
                .containsExactly(tie);

        var appointed = appoint(tie, "PROPERTY", today, null);
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(rolesOf(guest)).containsExactlyInAnyOrder("GUEST", "PROPERTY");
        assertThat(TestPeople.belongs(guest, ESTATE)).isTrue();
        end(id(appointed), today);
        assertThat(rolesOf(guest)).isEmpty();
        assertThat(TestPeople.belongs(guest, ESTATE)).isFalse();
    }

    @Test
    void membersAreFoundByPartOfNameOrDoor() {
        var room = freshRoom();
        var tie = bindingOf(ownerOf(room));
        assertThat(found("业主" + room, true)).containsExactly(tie);
        assertThat(found("3-2-" + room, false)).containsExactly(tie);
        assertThat(found("2单元" + room, false)).containsExactly(tie);
        assertThat(found("", false)).hasSizeLessThanOrEqualTo(20).isNotEmpty();
        sell(room);
        assertThat(found("业主" + room, false)).isEmpty();
    }

    /** 物业 and 业委会 watch over each other, whichever came first and by whichever account. */
    @Test
    void nobodyIsOfThePropertyCompanyAndOfTheCommitteeAtOnce() {
        var term = runningTerm();
        var member = ownerOf(freshRoom());
        var office = take(term, member);
        assertThat(office.status()).as(office.text()).isEqualTo(201);
        assertThat(type(appoint(bindingOf(member), "PROPERTY", today.plusDays(9), null)))
                .isEqualTo("/problems/sits-in-committee");
        assertThat(appoint(bindingOf(member), "PROPERTY", today.minusDays(9), today.minusDays(1))
                        .status())
                .isEqualTo(201);
        as(CHAIR)
                .post(
                        API + "/committee/appointments/" + id(office) + "/resignation",
                        Map.of("on", today.toString(), "reason", "搬家"));
        var post = appoint(bindingOf(member), "PROPERTY", today, null);
        assertThat(post.status()).as(post.text()).isEqualTo(201);
        assertThat(type(take(term, member))).isEqualTo("/problems/serves-property");
        end(id(post), today);
        assertThat(take(term, member).status()).isEqualTo(201);
    }

    @Test
    void whoTheControlPlaneMadeOneOfTheTwoIsNotMadeTheOther() {
        var member = ownerOf(freshRoom());
        Members.admit(http(), ESTATE, member, Role.COMMITTEE);
        assertThat(type(appoint(bindingOf(member), "PROPERTY", today, null))).isEqualTo("/problems/sits-in-committee");
        var keeper = ownerOf(freshRoom());
        Members.admit(http(), ESTATE, keeper, Role.PROPERTY);
        assertThat(type(take(runningTerm(), keeper))).isEqualTo("/problems/serves-property");
    }

    @Test
    void twoAtTheSameMomentDontMakeSomebodyBoth() throws Exception {
        var term = runningTerm();
        for (int round = 0; round < 5; round++) {
            var person = ownerOf(freshRoom());
            var tie = bindingOf(person);
            try (var both = Executors.newFixedThreadPool(2)) {
                both.invokeAll(List.<Callable<Http.Answer>>of(
                        () -> take(term, person), () -> appoint(tie, "PROPERTY", today, null)));
            }
            assertThat(rolesOf(person)).containsAnyOf("COMMITTEE", "PROPERTY").hasSize(2);
        }
    }

    @Test
    void aPostIsHeldOnceAndItsDaysAreInOrder() {
        var clerk = bindingOf(ownerOf(freshRoom()));
        assertThat(appoint(clerk, "SHOP_CLERK", today, today.minusDays(1)).status())
                .isEqualTo(400);
        var appointed = appoint(clerk, "SHOP_CLERK", today, today.plusDays(30));
        assertThat(type(appoint(clerk, "SHOP_CLERK", today.plusDays(30), null))).isEqualTo("/problems/in-post");
        assertThat(appoint(clerk, "SHOP_CLERK", today.plusDays(31), null).status())
                .isEqualTo(201);
        assertThat(appoint(clerk, "AUDITOR", today, null).status()).isEqualTo(201);
        assertThat(end(id(appointed), today.minusDays(1)).status()).isEqualTo(400);
        assertThat(end(id(appointed), today.plusDays(31)).status()).isEqualTo(400);
        assertThat(end(UUID.randomUUID().toString(), today).status()).isEqualTo(404);
        assertThat(appoint(UUID.randomUUID().toString(), "AUDITOR", today, null).status())
                .isEqualTo(400);
    }

    @Test
    void closingTheAccountEndsThePostAndTakesTheName() {
        var clerk = ownerOf(freshRoom());
        var appointed = appoint(bindingOf(clerk), "SHOP_CLERK", today.minusDays(3), null);
        assertThat(as(clerk).post(API + "/me/closing", null).status()).isEqualTo(200);
        assertThat(rolesOf(clerk)).isEmpty();
        var kept = as(CHAIR)
                .get(API + "/staff?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id(appointed)))
                .findFirst()
                .orElseThrow();
        assertThat(kept.path("name").asString()).isEqualTo("已注销用户");
        assertThat(kept.path("left").asString()).isEqualTo(today.toString());
    }

    @Test
    void aMessageToTheStaffReachesWhoIsInPost() {
        var clerk = ownerOf(freshRoom());
        var appointed = appoint(bindingOf(clerk), "SHOP_CLERK", today, null);
        assertThat(clerks()).contains(clerk).isSorted();
        end(id(appointed), today);
        assertThat(clerks()).doesNotContain(clerk);
    }

    private List<String> clerks() {
        return ask(() -> roles.holders(Set.of(Role.SHOP_CLERK), null, 500));
    }

    @Test
    void onlyTheCommitteeTakesOnAndOnlyItAndAuditorsSeeWhom() {
        var owner = ownerOf(freshRoom());
        Members.admit(http(), ESTATE, "staff-auditor", Role.AUDITOR);
        Members.admit(http(), ESTATE, "staff-keeper", Role.PROPERTY);
        var request = request(bindingOf(owner), "AUDITOR", today, null);
        for (var other : List.of(owner, "staff-auditor", "staff-keeper")) {
            assertThat(as(other).post(API + "/staff", request).status()).isEqualTo(403);
            assertThat(as(other).get(API + "/candidates").status()).isEqualTo(403);
        }
        assertThat(as("staff-auditor").get(API + "/staff").status()).isEqualTo(200);
        assertThat(as(owner).get(API + "/staff").status()).isEqualTo(403);
    }

    private String runningTerm() {
        as(CHAIR)
                .post(
                        API + "/committee/terms",
                        Map.of(
                                "startsOn", today.minusYears(1).toString(),
                                "endsOn", today.plusYears(3).toString()));
        return as(CHAIR)
                .get(API + "/committee/terms")
                .json()
                .path("items")
                .valueStream()
                .filter(term -> !today.isBefore(
                                LocalDate.parse(term.path("startsOn").asString()))
                        && !today.isAfter(LocalDate.parse(term.path("endsOn").asString())))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private Http.Answer take(String term, String person) {
        return as(CHAIR)
                .post(
                        API + "/committee/terms/" + term + "/appointments",
                        Map.of("membership", bindingOf(person), "office", "MEMBER", "from", today.toString()));
    }

    private List<String> found(String words, boolean owners) {
        return as(CHAIR)
                .get(API + "/candidates?q=" + URLEncoder.encode(words, UTF_8) + "&owners=" + owners)
                .json()
                .path("items")
                .valueStream()
                .map(tie -> tie.path("membership").asString())
                .toList();
    }

    private Http.Answer appoint(String membership, String post, LocalDate from, @Nullable LocalDate until) {
        return as(CHAIR).post(API + "/staff", request(membership, post, from, until));
    }

    private static Map<String, @Nullable Object> request(
            String membership, String post, LocalDate from, @Nullable LocalDate until) {
        var request = new HashMap<String, @Nullable Object>(
                Map.of("membership", membership, "name", "演示员工", "post", post, "from", from.toString()));
        request.put("until", until == null ? null : until.toString());
        return request;
    }

    private Http.Answer end(String appointment, LocalDate on) {
        return as(CHAIR).post(API + "/staff/" + appointment + "/end", Map.of("on", on.toString(), "reason", "合同到期"));
    }

    private static String id(Http.Answer made) {
        return made.json().path("id").asString();
    }

    private static String type(Http.Answer refused) {
        return refused.json().path("type").asString();
    }
}
