package cn.yuanlin.admin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.support.Realm;
import cn.yuanlin.admin.support.RealmTest;
import cn.yuanlin.local.RealmAdmin;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsTest extends RealmTest {
    private final String username = "clerk-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID office = UUID.randomUUID();

    @Autowired
    private Accounts accounts;

    @Autowired
    private ServiceToken serviceToken;

    @Test
    void makesAnAccountOnce() {
        var made = accounts.ensureAccount(username, "工作人员");
        var again = accounts.ensureAccount(username, "别的名字", Set.of(office));

        assertThat(made.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.subject()).isEqualTo(made.subject());
        assertThat(again.offices()).isEmpty();
        assertThat(accounts.find(username))
                .hasValueSatisfying(found -> assertThat(found.enabled()).isTrue());
    }

    @Test
    void officesBringTheRoleAndTakeItAway() {
        var subject = accounts.ensureAccount(username, "工作人员").subject();
        Realm.admin().setPassword(subject.toString(), "a-long-password");

        accounts.setOffices(subject, Set.of(office));
        accounts.setOffices(subject, Set.of(office));
        assertThat(rolesIn(token())).contains("office-staff");
        assertThat(RealmAdmin.claims(token()).path("offices").path(0).asString())
                .isEqualTo(office.toString());
        assertThat(RealmAdmin.claims(token()).path("name").asString()).isEqualTo("工作人员");

        accounts.setOffices(subject, Set.of());
        assertThat(rolesIn(token())).doesNotContain("office-staff");
        assertThat(RealmAdmin.claims(token()).path("offices").size()).isZero();
    }

    @Test
    void aCommitteesAccountNeedsASecondFactor() {
        var subject = accounts.ensureAccount(username, "业委会成员").subject();
        Realm.admin().setPassword(subject.toString(), "a-long-password");

        accounts.demandSecondFactor(subject);
        accounts.demandSecondFactor(subject);
        assertThat(rolesIn(token())).contains("committee", "second-factor");
    }

    @Test
    void aTemporaryPasswordMustBeChangedBeforeItBuysAToken() {
        var subject = accounts.ensureAccount(username, "工作人员").subject();

        var password = accounts.temporaryPassword(subject);

        assertThat(password).hasSize(14);
        assertThatThrownBy(() -> Realm.admin().userToken(username, password, ""))
                .hasMessageContaining("not fully set up");
    }

    @Test
    void anAccountIsUsedOnceItsOwnerHasAPasswordOfTheirOwn() {
        var subject = accounts.ensureAccount(username, "工作人员").subject();
        assertThat(accounts.used(subject)).isFalse();

        accounts.temporaryPassword(subject);
        assertThat(accounts.used(subject)).isFalse();

        Realm.admin().setPassword(subject.toString(), "a-long-password");
        assertThat(accounts.used(subject)).isTrue();
    }

    @Test
    void theDisabledSignInNoMoreUntilEnabled() {
        var subject = accounts.ensureAccount(username, "工作人员").subject();
        Realm.admin().setPassword(subject.toString(), "a-long-password");

        accounts.disable(subject);
        assertThatThrownBy(this::token).hasMessageContaining("disabled");
        accounts.enable(subject);
        assertThat(token()).isNotEmpty();
        accounts.delete(subject);
        accounts.delete(subject);
        assertThat(accounts.find(username)).isEmpty();
    }

    @Test
    void ourTokenForCellsHoldsNoRightInKeycloak() {
        var claims = RealmAdmin.claims(serviceToken.bearer());

        assertThat(claims.at("/realm_access/roles").toString()).contains("cell-operator");
        assertThat(claims.has("resource_access")).isFalse();
        assertThat(serviceToken.bearer()).isEqualTo(serviceToken.bearer());
    }

    private String token() {
        return Realm.admin().userToken(username, "a-long-password", "");
    }

    private static String rolesIn(String token) {
        return RealmAdmin.claims(token).at("/realm_access/roles").toString();
    }
}
