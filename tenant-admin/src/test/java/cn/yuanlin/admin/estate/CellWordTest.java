package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import cn.yuanlin.admin.support.FakeCell;
import cn.yuanlin.admin.support.TokenIssuer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CellWordTest extends CellTest {
    @Autowired
    private CellWord word;

    @Test
    void aCellThatHeardOfASuspensionThatWasNotCommittedIsToldBetter() {
        var estate = activeEstate();
        cell.breakWhere(call -> {
            if (call.endsWith("/state")) {
                cutOffWhoeverChangesAnEstate();
            }
            return false;
        });

        var answer = staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));

        assertThat(answer.status()).isGreaterThanOrEqualTo(500);
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("SUSPENDED");
        cell.breakWhere(call -> false);
        aWhilePasses(estate);
        await().until(() -> cell.tenants().get(estate).state().equals("ACTIVE"));
    }

    @Test
    void aRenamedCommunityReachesOneCellWhileAnotherIsAway() {
        var far = activeEstate();
        var farCell = cell;
        var near = new FakeCell();
        owner.sql("update control.cell set draining = true").update();
        addCell("n" + UUID.randomUUID().toString().substring(0, 8), near, 500);
        cell = near;
        var here = activeEstate();
        farCell.goAway();
        var name = "改名社区" + community.toString().substring(0, 4);

        api.as(TokenIssuer.platformAdmin()).patch("/api/platform/offices/" + community, Map.of("name", name));

        await().until(() -> near.tenants().get(here).community().equals(name));
        farCell.comeBack();
        // It is looked at every ten seconds, and spoken to only when it is up.
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            aWhilePasses(far);
            return farCell.tenants().get(far).community().equals(name);
        });
    }

    @Test
    void aCellThatIsAwayGathersOneOrderAnEstate() {
        var estate = activeEstate();

        word.repeatAfter(estate, Duration.ofHours(1));
        word.repeatAfter(estate, Duration.ofHours(2));

        assertThat(orders(estate)).isEqualTo(1);
    }

    @Test
    void anOrderBehindOneThatIsAtWorkIsNotLost() {
        var estate = activeEstate();
        word.repeatAfter(estate, Duration.ofHours(1));
        owner.sql("update control.scheduled_tasks set picked = true where task_instance like ?")
                .param(estate + "/%")
                .update();

        word.repeatAfter(estate, Duration.ofHours(1));
        word.repeatAfter(estate, Duration.ofHours(1));

        assertThat(orders(estate)).isEqualTo(2);
        owner.sql("delete from control.scheduled_tasks where task_instance like ?")
                .param(estate + "/%")
                .update();
    }

    @Test
    void anEstateThatIsLeavingItsCellIsNotEnteredAnew() throws Exception {
        var estate = verifiedEstate();
        uploaded(estate, "right");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var leaving = ControlDatabase.asOwner().getConnection()) {
            leaving.setAutoCommit(false);
            try (var reject = leaving.prepareStatement(
                    "update control.estate set state = 'REJECTED', cell = null where id = ?")) {
                reject.setObject(1, estate);
                reject.execute();
            }
            cell.tenants().remove(estate);
            var repeated = threads.submit(() -> word.repeat(estate));
            await().until(() -> somebodyWaits() || repeated.isDone());
            leaving.commit();
            repeated.get();
        }

        assertThat(cell.tenants()).doesNotContainKey(estate);
    }

    private int orders(UUID estate) {
        return owner.sql(
                        "select count(*) from control.scheduled_tasks where task_name = 'estate-word' and task_instance like ?")
                .param(estate + "/%")
                .query(Integer.class)
                .single();
    }

    private void aWhilePasses(UUID estate) {
        owner.sql("update control.scheduled_tasks set execution_time = now() where task_instance like ? and not picked")
                .param(estate + "/%")
                .update();
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0)")
                .query(Boolean.class)
                .single();
    }

    private static void cutOffWhoeverChangesAnEstate() {
        JdbcClient.create(ControlDatabase.asService())
                .sql("""
                        select pg_terminate_backend(pid) from pg_locks
                        where relation = 'control.estate'::regclass and mode = 'RowExclusiveLock'
                          and pid <> pg_backend_pid()
                        """)
                .query(Boolean.class)
                .list();
    }
}
