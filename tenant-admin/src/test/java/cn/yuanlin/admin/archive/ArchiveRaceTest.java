package cn.yuanlin.admin.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two clerks at once: one archives, the other reactivates. The estate's row decides who is first. */
class ArchiveRaceTest extends CellTest {
    private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    private ArchiveWorker worker;

    private UUID estate;
    private String slug;

    @BeforeEach
    void aSuspendedEstate() {
        estate = activeEstate();
        slug = staff.get("/api/platform/estates/" + estate).json().path("slug").asString();
        staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));
    }

    @AfterEach
    void goHome() {
        clerks.close();
    }

    @Test
    void whoReactivatesFirstIsFollowedByArchivingFromTheStart() throws Exception {
        var answers = inThisOrder(this::reactivate, this::archive);

        assertThat(answers.first().status()).isEqualTo(200);
        assertThat(answers.second().status()).isEqualTo(202);
        endsArchivedOnBothSides();
    }

    @Test
    void whoArchivesFirstIsNotUndoneByReactivating() throws Exception {
        var answers = inThisOrder(this::archive, this::reactivate);

        assertThat(answers.first().status()).isEqualTo(202);
        assertThat(answers.second().status()).isEqualTo(409);
        endsArchivedOnBothSides();
    }

    @Test
    void anExportThatIsOrderedForALivingEstateShutsNothing() {
        staff.post("/api/platform/estates/" + estate + "/reactivation");
        owner.sql("""
                        insert into control.archive (estate_id, reason, requested_at, requested_by_subject, requested_by_name)
                        values (?, '拆迁', now(), 'of-tests', '测试人员')
                        """).param(estate).update();

        assertThat(worker.export(estate)).isPresent();

        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("ACTIVE");
        assertThat(cell.calls("POST /internal/estates/" + estate + "/export")).isZero();
    }

    private void endsArchivedOnBothSides() {
        await().until(() -> stateOf(estate).equals("ARCHIVED"));
        assertThat(cell.tenants().get(estate).state()).isEqualTo("ARCHIVED");
    }

    private Api.Answer reactivate() {
        return staff.post("/api/platform/estates/" + estate + "/reactivation");
    }

    private Api.Answer archive() {
        return staff.post("/api/platform/estates/" + estate + "/archiving", Map.of("reason", "拆迁", "slugTyped", slug));
    }

    private record Answers(Api.Answer first, Api.Answer second) {}

    /** Keeps the row until both have come as far as they get without it, one after the other. */
    private Answers inThisOrder(Callable<Api.Answer> first, Callable<Api.Answer> second) throws Exception {
        Future<Api.Answer> one;
        Future<Api.Answer> other;
        try (var connection = ControlDatabase.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement("select from control.estate where id = ? for update")) {
                lock.setObject(1, estate);
                lock.execute();
            }
            one = clerks.submit(first);
            await().until(() -> waiting() == 1 || one.isDone());
            other = clerks.submit(second);
            await().until(() -> waiting() == 2 || one.isDone() || other.isDone());
            connection.commit();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
        return new Answers(one.get(), other.get());
    }

    private int waiting() {
        return owner.sql("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                .query(Integer.class)
                .single();
    }
}
