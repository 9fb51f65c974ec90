package cn.yuanlin.admin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Realm;
import cn.yuanlin.admin.support.RealmTest;
import cn.yuanlin.local.RealmAdmin;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrganizationsTest extends RealmTest {
    private static final String PASSWORD = "a-long-password";

    private final UUID estate = UUID.randomUUID();

    @Autowired
    private Organizations organizations;

    @Autowired
    private Accounts accounts;

    @Test
    void makesOneOrganizationHoweverOftenAsked() {
        var first = organizations.ensureOrganization(estate, "缘园 " + estate);

        assertThat(organizations.ensureOrganization(estate, "缘园 " + estate)).isEqualTo(first);
        assertThat(organizations.ensureOrganization(estate, "新缘园 " + estate)).isEqualTo(first);
    }

    @Test
    void makesOneOrganizationWhenTwoAskAtOnce() throws Exception {
        var start = new CyclicBarrier(2);
        Callable<String> making = () -> {
            start.await();
            return organizations.ensureOrganization(estate, "同时 " + estate);
        };
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(both.invokeAll(List.of(making, making)).stream()
                            .map(it -> it.resultNow())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void membersCarryTheEstateInTheirTokenUntilTheyLeave() {
        var username = "member-" + estate.toString().substring(0, 8);
        var member = accounts.ensureAccount(username, "业委会成员").subject();
        Realm.admin().setPassword(member.toString(), PASSWORD);
        organizations.ensureOrganization(estate, "成员 " + estate);

        organizations.addMember(estate, member);
        organizations.addMember(estate, member);
        assertThat(estatesOf(username)).containsExactly(estate.toString());

        organizations.removeMember(estate, member);
        organizations.removeMember(estate, member);
        assertThat(estatesOf(username)).isEmpty();
    }

    @Test
    void deletesAnOrganizationAndDoesNotMindASecondTime() {
        var first = organizations.ensureOrganization(estate, "删除 " + estate);

        organizations.deleteOrganization(estate);
        organizations.deleteOrganization(estate);

        assertThat(organizations.ensureOrganization(estate, "删除 " + estate)).isNotEqualTo(first);
    }

    private static List<String> estatesOf(String username) {
        return List.copyOf(RealmAdmin.claims(Realm.admin().userToken(username, PASSWORD, "organization:*"))
                .path("organization")
                .propertyNames());
    }
}
