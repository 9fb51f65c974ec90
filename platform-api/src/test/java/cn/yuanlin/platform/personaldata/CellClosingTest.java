package cn.yuanlin.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.membership.MembershipTest;
import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no app can close, since no token names the estate. */
class CellClosingTest extends MembershipTest {
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

    private Http service() {
        return http().as(TestIssuer.serviceToken());
    }
}
