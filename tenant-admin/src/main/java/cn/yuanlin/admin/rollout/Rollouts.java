package cn.yuanlin.admin.rollout;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellWatch;
import cn.yuanlin.admin.job.Orders;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What platform administrators do with roll-outs: plan, look, pause, resume. */
@Service
class Rollouts {
    private final RolloutStore store;
    private final CellWatch watch;
    private final AuditTrail audit;
    private final Orders orders;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Rollouts(
            RolloutStore store,
            CellWatch watch,
            AuditTrail audit,
            Orders orders,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.watch = watch;
        this.audit = audit;
        this.orders = orders;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins to bring every estate to the newest version a cell knows. Cells are asked first, in no transaction. */
    RolloutOutcome plan(Caller caller, Plan plan) {
        watch.lookAtAll();
        return transaction.execute(status -> {
            var version = store.newestVersion();
            if (version.isEmpty()) {
                return new RolloutOutcome.NoVersion();
            }
            var outcome = plan(caller, plan, version.get());
            if (!(outcome instanceof RolloutOutcome.Planned)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private RolloutOutcome plan(Caller caller, Plan plan, int version) {
        var strangers = store.notOutdated(plan.canaries(), version);
        var id = ids.next();
        if (!store.create(id, version, plan.parallelism(), Actor.of(caller), clock.instant())) {
            return new RolloutOutcome.AnotherUnderway();
        }
        if (store.drawUp(id, version, plan.canaries(), plan.bounds()) == 0) {
            return new RolloutOutcome.NothingToDo(version);
        }
        if (!strangers.isEmpty()) {
            return new RolloutOutcome.NotCanaries(strangers);
        }
        var rollout = get(id);
        audit.record(
                "rollout.start",
                RolloutWorker.subject(rollout),
                Map.of("waves", rollout.waves().size()));
        order(id);
        return new RolloutOutcome.Planned(rollout);
    }

    /** Estates in hand are finished; no further one is begun. */
    @Transactional
    public RolloutOutcome pause(UUID id) {
        return steer(id, List.of(RolloutState.PLANNED, RolloutState.RUNNING), RolloutState.PAUSED, "rollout.pause");
    }

    /** Goes on; estates that failed are tried again. */
    @Transactional
    public RolloutOutcome resume(UUID id) {
        var outcome =
                steer(id, List.of(RolloutState.PAUSED, RolloutState.FAILED), RolloutState.RUNNING, "rollout.resume");
        if (outcome instanceof RolloutOutcome.Planned) {
            store.forgive(id);
            order(id);
            return new RolloutOutcome.Planned(get(id));
        }
        return outcome;
    }

    private RolloutOutcome steer(UUID id, List<RolloutState> from, RolloutState to, String act) {
        var rollout = get(id);
        if (!store.move(id, from, to, clock.instant())) {
            return new RolloutOutcome.NotNow(rollout.state());
        }
        audit.record(act, RolloutWorker.subject(rollout), Map.of());
        return new RolloutOutcome.Planned(get(id));
    }

    Rollout get(UUID id) {
        return store.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("没有找到该升级任务。"));
    }

    Page<Rollout> list(PageQuery page) {
        return Page.of(store.list(page), page, rollout -> rollout.id().toString());
    }

    private void order(UUID id) {
        orders.place(RolloutJobs.order(id));
    }
}
