package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.support.CellTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs that no scheduler knows of, and workers driven by hand: to be killed, doubled, sent back. */
abstract class RunWorkerTest extends CellTest {
    private static final Actor CLERK = new Actor("clerk-of-tests", "测试人员");

    @Autowired
    private RunStore runs;

    @Autowired
    protected RunLedger ledger;

    @Autowired
    private List<OnboardingStep> steps;

    @Autowired
    private Estates estates;

    @Autowired
    private AuditTrail audit;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    @Autowired
    protected Clock clock;

    protected UUID estate;

    @BeforeEach
    void anEstateWithThreeShops() {
        cell.shops(3);
        estate = verifiedEstate();
    }

    /** A run that no scheduler knows of. */
    protected UUID run() {
        var workbook = uploaded(estate, "right");
        var run = ids.next();
        transaction.executeWithoutResult(status -> runs.create(run, estate, workbook, CLERK, clock.instant()));
        return run;
    }

    protected RunWorker worker() {
        return worker(step -> step);
    }

    protected RunWorker worker(UnaryOperator<OnboardingStep> change) {
        return worker(new OnboardingSettings(Duration.ofMinutes(1), Duration.ofMillis(1)), change);
    }

    protected RunWorker worker(OnboardingSettings settings, UnaryOperator<OnboardingStep> change) {
        return new RunWorker(ledger, steps.stream().map(change).toList(), estates, audit, transaction, settings, clock);
    }

    protected static RunWorker.Turn untilRest(RunWorker worker, UUID run) {
        var turn = worker.work(run, () -> false);
        while (!(turn instanceof RunWorker.Turn.Rest)) {
            turn = worker.work(run, () -> false);
        }
        return turn;
    }

    protected String slugOf(UUID id) {
        return staff.get("/api/platform/estates/" + id).json().path("slug").asString();
    }

    protected int placesTaken() {
        return owner.sql("select estates from control.cell where code = ?")
                .param(cellCode)
                .query(Integer.class)
                .single();
    }

    /** Whatever of the run could trip the next one. */
    protected int rowsLeft() {
        return owner.sql("""
                        select (select count(*) from control.shop_listing where estate_id = :estate)
                             + (select count(*) from control.shop where community_id = :community)
                             + (select count(*) from control.estate_directory where estate_id = :estate)
                             + (select count(*) from control.invitation where estate_id = :estate)
                             + (select count(*) from control.workbook where estate_id = :estate and state <> 'DISCARDED')
                             + (select count(*) from control.estate where id = :estate
                                and (cell is not null or schema_version is not null or households is not null))
                        """)
                .param("estate", estate)
                .param("community", community)
                .query(Integer.class)
                .single();
    }
}
