package cn.yuanlin.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.ControlDatabase;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest extends AdminTest {
    private static final Actor SOMEBODY = new Actor("7b5e", "王测试");

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void standsOrFallsWithTheAct() {
        var office = scene.street();
        transaction.executeWithoutResult(status -> {
            record("estate.suspend", UUID.randomUUID(), office);
            status.setRollbackOnly();
        });
        assertThat(actsSeenBy(TokenIssuer.platformAdmin(), "?office=" + office)).isEmpty();
        assertThatThrownBy(() -> record("estate.suspend", UUID.randomUUID(), office))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void isAppendOnlyForTheService() {
        var service = JdbcClient.create(ControlDatabase.asService());
        for (var sql : List.of(
                "update control.audit_event set act = 'nothing.happened'",
                "delete from control.audit_event",
                "truncate control.audit_event")) {
            assertThatThrownBy(() -> service.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isReadByTheAreaItHappenedIn() {
        var street = scene.street();
        var community = scene.communityBelow(street);
        var sibling = scene.communityBelow(street);
        done("office.rename", street);
        done("estate.verify", community);
        done("estate.reject", sibling);

        assertThat(actsSeenBy(scene.staffOf(street), ""))
                .containsExactly("estate.reject", "estate.verify", "office.rename");
        assertThat(actsSeenBy(scene.staffOf(community), "")).containsExactly("estate.verify");
        assertThat(actsSeenBy(scene.staffOf(street), "?office=" + sibling)).containsExactly("estate.reject");
        assertThat(api.as(scene.staffOf(community))
                        .get("/api/platform/audit?office=" + sibling)
                        .status())
                .isEqualTo(404);
        assertThat(actsSeenBy(TokenIssuer.platformAdmin(), "?office=" + street)).hasSize(3);
    }

    @Test
    void isFilteredAndPagedNewestFirst() {
        var office = scene.street();
        var estate = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            for (var act : List.of("estate.apply", "estate.verify", "estate.suspend")) {
                record(act, estate, office);
                record(act, UUID.randomUUID(), office);
            }
        });
        var staff = scene.staffOf(office);

        assertThat(actsSeenBy(staff, "?estate=" + estate))
                .containsExactly("estate.suspend", "estate.verify", "estate.apply");
        assertThat(actsSeenBy(staff, "?act=estate.verify")).hasSize(2);

        var paged = new ArrayList<String>();
        var next = "";
        do {
            var page = api.as(staff).get("/api/platform/audit?limit=4" + next).json();
            page.path("items").forEach(event -> paged.add(event.path("id").asString()));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(paged).hasSize(6).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void saysWhoDidWhatToWhat() {
        var office = scene.street();
        done("office.rename", office);

        var event = api.as(scene.staffOf(office))
                .get("/api/platform/audit")
                .json()
                .path("items")
                .path(0);

        assertThat(event.path("actor").path("name").asString()).isEqualTo("王测试");
        assertThat(event.path("subject").path("name").asString()).isEqualTo("缘园");
        assertThat(event.path("detail").path("count").asInt()).isEqualTo(3);
        assertThat(event.path("at").asString()).endsWith("Z");
    }

    private void done(String act, UUID office) {
        transaction.executeWithoutResult(status -> record(act, UUID.randomUUID(), office));
    }

    private void record(String act, UUID estate, UUID office) {
        trail.record(SOMEBODY, act, new Subject("estate", estate.toString(), "缘园", office), Map.of("count", 3));
    }

    private List<String> actsSeenBy(String token, String query) {
        return api.as(token)
                .get("/api/platform/audit" + query)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("act").asString())
                .toList();
    }
}
