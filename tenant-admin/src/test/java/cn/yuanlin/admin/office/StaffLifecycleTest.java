package cn.yuanlin.admin.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.Api.Answer;
import cn.yuanlin.admin.support.Realm;
import cn.yuanlin.admin.support.RealmTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From being taken on to being let go, with a real Keycloak. */
class StaffLifecycleTest extends RealmTest {
    private static final String OWN_PASSWORD = "a-password-of-ones-own";

    private final String username = "clerk-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Test
    void isTakenOnWorksAndIsLetGo() {
        var street = scene.street();
        var community = scene.communityBelow(street);

        var added = add(asAdmin(), street);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("state").asString()).isEqualTo("ACTIVE");
        assertThat(added.json().path("initialPassword").asString()).hasSize(14);
        var staff = signedIn();
        var me = staff.get("/api/platform/me").json();
        assertThat(me.path("name").asString()).isEqualTo("王测试");
        assertThat(me.path("roles").toString()).isEqualTo("[\"office-staff\"]");
        assertThat(me.path("offices").path(0).path("id").asString()).isEqualTo(street.toString());
        assertThat(me.path("offices").size()).isEqualTo(1);
        assertThat(staff.get("/api/platform/offices/" + community).status()).isEqualTo(200);

        assertThat(remove(asAdmin(), street, added).status()).isEqualTo(204);
        assertThat(staff.get("/api/platform/me").status()).isEqualTo(403);
        assertThatThrownBy(this::signedIn).hasMessageContaining("disabled");
        assertThat(remove(asAdmin(), street, added).status()).isEqualTo(204);
        assertThat(acts(street)).containsExactly("staff.remove", "staff.add");
    }

    @Test
    void thePasswordIsShownOnceAndNobodyIsTakenOnTwice() {
        var street = scene.street();

        assertThat(add(asAdmin(), street).status()).isEqualTo(201);
        var again = add(asAdmin(), street);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asString()).isEqualTo("/problems/already-staff");
        assertThat(asAdmin().get("/api/platform/offices/" + street + "/staff").text())
                .contains(username)
                .doesNotContain("assword");
    }

    @Test
    void whoComesBackGetsANewPassword() {
        var street = scene.street();
        var first = add(asAdmin(), street);
        remove(asAdmin(), street, first);

        var second = add(asAdmin(), street);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("initialPassword").asString())
                .hasSize(14)
                .isNotEqualTo(first.json().path("initialPassword").asString());
        assertThat(signedIn().get("/api/platform/me").status()).isEqualTo(200);
    }

    @Test
    void whoWorksForTwoOfficesKeepsTheOtherOne() {
        var one = scene.street();
        var other = scene.street();
        var first = add(asAdmin(), one);

        var second = add(asAdmin(), other);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("initialPassword").isNull()).isTrue();
        assertThat(signedIn().get("/api/platform/offices/" + one).status()).isEqualTo(200);

        remove(asAdmin(), one, first);
        var staff = signedIn();
        assertThat(staff.get("/api/platform/offices/" + one).status()).isEqualTo(404);
        assertThat(staff.get("/api/platform/offices/" + other).status()).isEqualTo(200);
    }

    @Test
    void othersAccountsAreNotForTheTaking() {
        var street = scene.street();
        var taken = asAdmin()
                .post(
                        "/api/platform/offices/" + street + "/staff",
                        Map.of("username", "platform-admin", "name", "王测试"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().path("type").asString()).isEqualTo("/problems/username-taken");

        add(asAdmin(), street);
        var clerk = signedIn();
        var colleague = "other-" + username;
        var elsewhere = scene.street();
        asAdmin().post("/api/platform/offices/" + elsewhere + "/staff", Map.of("username", colleague, "name", "李测试"));
        assertThat(clerk.post(
                                "/api/platform/offices/" + street + "/staff",
                                Map.of("username", colleague, "name", "李测试"))
                        .status())
                .isEqualTo(409);
        assertThat(clerk.post(
                                "/api/platform/offices/" + elsewhere + "/staff",
                                Map.of("username", "new-" + username, "name", "李测试"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyRemovesOneself() {
        var street = scene.street();
        var added = add(asAdmin(), street);

        assertThat(remove(signedIn(), street, added).status()).isEqualTo(409);
        assertThat(signedIn().get("/api/platform/me").status()).isEqualTo(200);
    }

    @Test
    void anAdditionKilledAfterKeycloakWasToldIsCompletedByTheSameRequest() {
        var street = scene.street();
        jdbc.sql("""
                insert into control.office_staff (id, office_id, username, name, state, created_at)
                values (uuidv7(), ?, ?, '王测试', 'ADDING', now())
                """).params(street, username).update();
        accounts.setOffices(
                accounts.ensureAccount(username, "王测试", Set.of(street)).subject(), Set.of(street));
        assertThatThrownBy(this::refusedWhileAdding).hasMessageContaining("403");

        var added = add(asAdmin(), street);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.json().path("initialPassword").asString()).hasSize(14);
        assertThat(signedIn().get("/api/platform/me").status()).isEqualTo(200);
    }

    private void refusedWhileAdding() {
        throw new IllegalStateException(
                "answered " + signedIn().get("/api/platform/me").status());
    }

    @Test
    void aRemovalKilledBeforeKeycloakWasToldIsCompletedLater(@Autowired StaffReconciler reconciler) {
        var street = scene.street();
        add(asAdmin(), street);
        jdbc.sql("update control.office_staff set state = 'REMOVING' where username = ?")
                .param(username)
                .update();

        reconciler.finishRemovals();

        assertThat(accounts.find(username)).hasValueSatisfying(account -> {
            assertThat(account.enabled()).isFalse();
            assertThat(account.offices()).isEmpty();
        });
    }

    @Test
    void ofTwoWhoAddTheSamePersonAtOnceOneIsRefused() throws Exception {
        var street = scene.street();
        var admin = asAdmin();
        var start = new CyclicBarrier(2);
        Callable<Integer> adding = () -> {
            start.await();
            return add(admin, street).status();
        };
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(adding, adding)).stream()
                            .map(it -> it.resultNow())
                            .sorted())
                    .containsExactly(201, 409);
        }
    }

    private Answer add(Api who, UUID office) {
        return who.post("/api/platform/offices/" + office + "/staff", Map.of("username", username, "name", "王测试"));
    }

    private static Answer remove(Api who, UUID office, Answer added) {
        return who.delete("/api/platform/offices/" + office + "/staff/"
                + added.json().path("id").asString());
    }

    private List<String> acts(UUID office) {
        return asAdmin()
                .get("/api/platform/audit?office=" + office)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("act").asString())
                .toList();
    }

    /** As the person, with a password of their own in place of the temporary one. */
    private Api signedIn() {
        var realm = Realm.admin();
        realm.setPassword(realm.subjectOf(username), OWN_PASSWORD);
        return api.as(realm.userToken(username, OWN_PASSWORD, ""));
    }

    private Api asAdmin() {
        return api.as(Realm.platformAdmin());
    }
}
