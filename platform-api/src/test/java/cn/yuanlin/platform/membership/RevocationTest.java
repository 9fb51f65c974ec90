package cn.yuanlin.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.access.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A token lives on after the tie that it was good for; access doesn't. */
class RevocationTest extends MembershipTest {
    @Autowired
    private UnitMembers members;

    private static final Duration PROMISED = Duration.ofSeconds(30);

    @Test
    void aLiveTokenIsWorthNothingRightAfterTheRevocation() {
        var owner = ownerOf(freshRoom());
        var live = as(owner);
        assertThat(live.get(API + "/units").status()).isEqualTo(200);
        revoke(bindingOf(owner));
        assertThat(live.get(API + "/units").status()).isEqualTo(403);
        var mine = live.get(API + "/me/bindings").json().path("items").path(0);
        assertThat(mine.path("state").asString()).isEqualTo("REVOKED");
        assertThat(mine.path("reason").asString()).isEqualTo("已迁出");
    }

    /** As another process of the service sees it, which nobody tells to look again. */
    @Test
    void accessEndsWithinThirtySecondsWhereverItWasRevoked() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var live = as(owner);
        assertThat(live.get(API + "/units").status()).isEqualTo(200);
        sell(room);
        await().atMost(PROMISED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(live.get(API + "/units").status()).isEqualTo(403));
    }

    /** Ending a tie takes its person's lock, which who only looks has not. */
    @Test
    void whoLooksAtAUnitThatIsTheirsNoMoreChangesNothing() {
        var room = freshRoom();
        var owner = ownerOf(room);
        var unit = unit(room);
        sell(room);
        assertThat(as(owner).get(API + "/me/units/" + unit + "/members").status())
                .isNotEqualTo(200);
        assertThat(ask(() -> members.owns(new Caller(owner, "", Set.of()), unit)))
                .isFalse();
        assertThat(this.<Integer>ask(
                        () -> jdbc.sql("""
                        select count(*) from membership_event e join membership m on m.id = e.membership_id
                        where m.subject = ? and e.act = 'REVOKED'
                        """).param(owner).query(Integer.class).single()))
                .isZero();
    }

    @Test
    void whoSoldAndRentsTheSameUnitMayAskAgain() {
        var room = freshRoom();
        var person = ownerOf(room);
        sell(room);
        var first = bindingOf(person);
        bind(person, room, "业主" + room, null, "TENANT");
        assertThat(bindingOf(person)).isNotEqualTo(first);
        assertThat(as(CHAIR)
                        .post(
                                API + "/binding-requests/" + bindingOf(person) + "/decision",
                                Map.of("accepted", true, "reason", "看过租赁合同"))
                        .status())
                .isEqualTo(200);
        assertThat(rolesOf(person)).containsExactly("RESIDENT");
    }

    @Test
    void eachStepOfATieStaysOnRecordWithItsActorAndReason() {
        var owner = ownerOf(freshRoom());
        revoke(bindingOf(owner));
        assertThat(this.<List<String>>ask(
                        () -> jdbc.sql("""
                                select e.act || ' ' || e.state || ' ' || coalesce(e.reason, '')
                                from membership_event e join membership m on m.id = e.membership_id
                                where m.subject = ? order by e.id
                                """).param(owner).query(String.class).list()))
                .containsExactly("ASKED VERIFIED ", "REVOKED REVOKED 已迁出");
    }

    @Test
    void onlyTheCommitteeRevokesAndOnlyOnce() {
        var owner = ownerOf(freshRoom());
        var path = API + "/memberships/" + bindingOf(owner) + "/revocation";
        assertThat(as(owner).post(path, Map.of("reason", "x")).status()).isEqualTo(403);
        revoke(bindingOf(owner));
        assertThat(as(CHAIR).post(path, Map.of("reason", "再次")).status()).isEqualTo(404);
    }

    private void revoke(String binding) {
        assertThat(as(CHAIR)
                        .post(API + "/memberships/" + binding + "/revocation", Map.of("reason", "已迁出"))
                        .status())
                .isEqualTo(204);
    }
}
