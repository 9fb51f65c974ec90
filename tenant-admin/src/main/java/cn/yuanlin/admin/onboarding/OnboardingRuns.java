package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.job.Orders;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import cn.yuanlin.admin.workbook.Workbooks;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do with runs: start, look, try again, take back. The work itself is {@link RunWorker}'s. */
@Service
class OnboardingRuns {
    private final RunStore store;
    private final RunLedger ledger;
    private final Estates estates;
    private final Workbooks workbooks;
    private final AuditTrail audit;
    private final Orders orders;
    private final Ids ids;
    private final Clock clock;

    OnboardingRuns(
            RunStore store,
            RunLedger ledger,
            Estates estates,
            Workbooks workbooks,
            AuditTrail audit,
            Orders orders,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.estates = estates;
        this.workbooks = workbooks;
        this.audit = audit;
        this.orders = orders;
        this.ids = ids;
        this.clock = clock;
    }

    /** Run, record and order to work on it are one transaction: there is no run that nobody was told of. */
    @Transactional
    public RunOutcome start(Caller caller, UUID estateId, UUID workbookId) {
        var estate = estates.visible(caller, estateId);
        if (estate.state() != EstateState.VERIFIED) {
            return estate.state() == EstateState.PROVISIONING
                    ? new RunOutcome.AlreadyRunning()
                    : new RunOutcome.NotFrom(estate.state());
        }
        var workbook = workbooks.find(estateId, workbookId);
        if (workbook.isEmpty()) {
            return new RunOutcome.NoSuchWorkbook();
        }
        if (!workbook.get().report().importable()) {
            return new RunOutcome.NotImportable(workbook.get().report().errorCount());
        }
        if (gone(estate, workbookId)) {
            return new RunOutcome.WorkbookGone();
        }
        var run = ids.next();
        if (!store.create(run, estateId, workbookId, Actor.of(caller), clock.instant())) {
            return new RunOutcome.AlreadyRunning();
        }
        audit.record("onboarding.start", Estates.subject(estate), Map.of("run", run, "workbook", workbookId));
        order(run);
        return new RunOutcome.Underway(get(caller.area(), run));
    }

    /** A cell that can't be asked now hinders nobody: the run's first step asks it again, and waits for the answer. */
    private boolean gone(Estate estate, UUID workbook) {
        try {
            return !workbooks.stillStaged(estate, workbook);
        } catch (CellUnavailable away) {
            return false;
        }
    }

    @Transactional
    public RunOutcome retry(Caller caller, UUID id) {
        var run = get(caller.area(), id);
        if (!ledger.move(id, RunState.FAILED, RunState.RUNNING, clock.instant())) {
            return new RunOutcome.NotNow(run.state());
        }
        audit.record(
                "onboarding.retry", Estates.subject(estates.get(run.estate().id())), Map.of("run", id));
        order(id);
        return new RunOutcome.Underway(get(caller.area(), id));
    }

    /** Takes a failed run back; asked again of one that got stuck on its way back, it goes on. */
    @Transactional
    public RunOutcome compensate(Caller caller, UUID id) {
        var run = get(caller.area(), id);
        var again = run.state() == RunState.COMPENSATING;
        if (!again && !ledger.move(id, RunState.FAILED, RunState.COMPENSATING, clock.instant())) {
            return new RunOutcome.NotNow(run.state());
        }
        audit.record(
                "onboarding.compensate",
                Estates.subject(estates.get(run.estate().id())),
                Map.of("run", id));
        order(id);
        return new RunOutcome.Underway(get(caller.area(), id));
    }

    @Transactional(readOnly = true)
    public Run get(Area area, UUID id) {
        return store.find(area, id).orElseThrow(() -> ProblemType.NOT_FOUND.because("没有找到该开通任务，或不在您的辖区内。"));
    }

    @Transactional(readOnly = true)
    public Page<Run> list(Area area, @Nullable RunState state, PageQuery page) {
        return Page.of(store.list(area, state, page), page, run -> run.id().toString());
    }

    private void order(UUID run) {
        orders.place(OnboardingJobs.order(run));
    }
}
