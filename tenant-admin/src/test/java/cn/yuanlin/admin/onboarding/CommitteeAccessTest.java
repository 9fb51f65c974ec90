package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommitteeAccessTest extends CellTest {
    @Test
    void aPasswordIsMadeWhenAskedForAndNotBefore() {
        var estate = activeEstate();
        var member = keycloak.membersOf(estate).getFirst();
        assertThat(keycloak.passwordOf(member)).isEmpty();
        assertThat(keycloak.roleOf(member)).isEqualTo("committee");

        var answer = ask(estate);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("username").asString()).isEqualTo(member);
        assertThat(answer.json().path("initialPassword").asString()).isEqualTo(keycloak.passwordOf(member));
        assertThat(actsOn(estate)).contains("committee.grant-access");
    }

    @Test
    void aPasswordThatWasLostOnTheWayIsReplacedAndItsSessionsEnd() {
        var estate = activeEstate();
        var first = ask(estate).json().path("initialPassword").asString();

        var second = ask(estate).json().path("initialPassword").asString();

        var member = keycloak.membersOf(estate).getFirst();
        assertThat(second).isNotEqualTo(first).isEqualTo(keycloak.passwordOf(member));
        assertThat(keycloak.wasSignedOut(member)).isTrue();
    }

    @Test
    void anAccountThatItsOwnerUsesIsNobodyElses() {
        var estate = activeEstate();
        ask(estate);
        var member = keycloak.membersOf(estate).getFirst();
        keycloak.chooseOwnPassword(member);
        var before = keycloak.passwordOf(member);

        var answer = ask(estate);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/committee-account-in-use");
        assertThat(answer.json().path("detail").asString()).contains("自己的密码");
        assertThat(keycloak.passwordOf(member)).isEqualTo(before);
        assertThat(actsOn(estate)).containsOnlyOnce("committee.grant-access");
    }

    @Test
    void theRecordIsThereEvenIfKeycloakIsLostHalfWay() {
        var estate = activeEstate();
        keycloak.breakWhere(call -> call.endsWith("/reset-password"));

        assertThat(ask(estate).status()).isEqualTo(503);

        assertThat(actsOn(estate)).contains("committee.grant-access");
    }

    private Api.Answer ask(UUID estate) {
        return staff.post("/api/platform/estates/" + estate + "/committee-access");
    }

    private List<String> actsOn(UUID estate) {
        return owner.sql("select act from control.audit_event where subject_id = ?")
                .param(estate.toString())
                .query(String.class)
                .list();
    }
}
