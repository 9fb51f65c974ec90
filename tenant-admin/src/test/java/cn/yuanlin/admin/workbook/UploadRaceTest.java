package cn.yuanlin.admin.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One clerk uploads, another rejects: whoever is first, nothing stays in a cell of an estate that is rejected. */
class UploadRaceTest extends CellTest {
    private final ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor();

    private UUID estate;

    @BeforeEach
    void aVerifiedEstate() {
        estate = verifiedEstate();
    }

    @AfterEach
    void goHome() {
        clerks.close();
    }

    @Test
    void anUploadThatFindsItRejectedGetsNoPlace() throws Exception {
        Future<Api.Answer> upload;
        try (var rejecting = ControlDatabase.asOwner().getConnection()) {
            rejecting.setAutoCommit(false);
            try (var reject = rejecting.prepareStatement("update control.estate set state = 'REJECTED' where id = ?")) {
                reject.setObject(1, estate);
                reject.execute();
            }
            upload = clerks.submit(() -> upload(estate, "right".getBytes()));
            await().until(() -> ControlDatabase.isWaitedFor(rejecting) || upload.isDone());
            rejecting.commit();
        }

        assertThat(upload.get().status()).isEqualTo(409);
        nothingIsLeftInTheCell();
    }

    @Test
    void aRejectionWhileTheEstateIsEnteredRemovesItAfterwards() throws Exception {
        var rejection = new AtomicReference<Future<Api.Answer>>();
        cell.breakWhere(call -> {
            if (call.equals("PUT /internal/estates/" + estate)) {
                rejection.set(clerks.submit(this::reject));
                await().until(() -> somebodyWaits() || rejection.get().isDone());
            }
            return false;
        });

        upload(estate, "right".getBytes());

        assertThat(rejection.get().get().status()).isEqualTo(200);
        nothingIsLeftInTheCell();
    }

    private Api.Answer reject() {
        return staff.post("/api/platform/estates/" + estate + "/rejection", Map.of("reason", "重复申请"));
    }

    private void nothingIsLeftInTheCell() {
        assertThat(stateOf(estate)).isEqualTo("REJECTED");
        assertThat(cell.tenants()).doesNotContainKey(estate);
        assertThat(owner.sql("select estates from control.cell where code = ?")
                        .param(cellCode)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0)")
                .query(Boolean.class)
                .single();
    }
}
