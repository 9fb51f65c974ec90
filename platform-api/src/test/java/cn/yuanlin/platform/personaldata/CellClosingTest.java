package cn.yuanlin.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.membership.MembershipTest;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.KnownPeople;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.Members;
import cn.yuanlin.platform.testing.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What no app can close, since no token names the estate. */
class CellClosingTest extends MembershipTest {
    @Autowired
    private KnownPeople known;

    @Test
    void endsAlsoWhatIsStillAskedForAndWhatIsLongOver() {
        var person = freshPerson();
        bind(person, freshRoom(), "某人", null, "OWNER");
        var former = ownerOf(freshRoom());
        as(former).delete(API + "/me/bindings/" + bindingOf(former));
        for (var subject : List.of(person, former)) {
            var answer = service().post("/internal/people/" + subject + "/closing", null);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("items")).isEmpty();
            assertThat(this.<List<String>>ask(
                            () -> jdbc.sql("select distinct name || ' ' || state from membership where subject = ?")
                                    .param(subject)
                                    .query(String.class)
                                    .list()))
                    .containsExactly("已注销用户 REVOKED");
        }
    }

    @Test
    void isForTheControlPlaneAlone() {
        var person = freshPerson();
        assertThat(as(person)
                        .post("/internal/people/" + person + "/closing", null)
                        .status())
                .isEqualTo(403);
        assertThat(as(CHAIR).get("/internal/people/" + person + "/hindrances").status())
                .isEqualTo(403);
    }

    @Test
    void leavesNoTraceWhereNobodyKnowsThem() {
        var stranger = freshPerson();
        assertThat(service()
                        .post("/internal/people/" + stranger + "/closing", null)
                        .status())
                .isEqualTo(200);
        assertThat(this.<Integer>ask(() -> jdbc.sql("select count(*) from audit_event where actor = ?")
                        .param(stranger)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void looksOnlyIntoEstatesInWhichThePersonActed() {
        var person = freshPerson();
        assertThat(known.estatesOf(person)).isEmpty();
        bind(person, freshRoom(), "某人", null, "OWNER");
        assertThat(known.estatesOf(person)).extracting(Estate::id).containsExactly(ESTATE);
        service().post("/internal/people/" + person + "/closing", null);
        assertThat(known.estatesOf(person)).isEmpty();
    }

    @Test
    void knowsWhoHasARoleAndHasNeverCome() {
        var member = freshPerson();
        Members.admit(http(), ESTATE, member, Role.AUDITOR);
        assertThat(known.estatesOf(member)).extracting(Estate::id).containsExactly(ESTATE);
    }

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }
}
