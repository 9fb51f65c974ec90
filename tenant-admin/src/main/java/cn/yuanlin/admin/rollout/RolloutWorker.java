package cn.yuanlin.admin.rollout;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.shared.DatabaseAway;
import cn.yuanlin.admin.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a roll-out wave by wave. Killed anywhere, the next worker goes on with the estates that are not done. */
@Component
class RolloutWorker {
    private static final Logger log = LoggerFactory.getLogger(RolloutWorker.class);

    /** Tries while a cell is away or a table in use, before the estate counts as failed; with the pause about a minute. */
    private static final int TRIES = 20;

    private static final String AWAY = "所在单元暂时连不上";

    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Set<EstateState> WITH_SCHEMA =
            Set.of(EstateState.PROVISIONING, EstateState.ACTIVE, EstateState.SUSPENDED);

    private final RolloutStore store;
    private final RolloutLedger ledger;
    private final Estates estates;
    private final CellClient cells;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate alone;
    private final Clock clock;

    RolloutWorker(
            RolloutStore store,
            RolloutLedger ledger,
            Estates estates,
            CellClient cells,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.estates = estates;
        this.cells = cells;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @return when to look again; empty if there is nothing to do until somebody acts */
    Optional<Duration> work(UUID id, BooleanSupplier stop) {
        return transaction.execute(status -> ledger.hold(id) ? waves(id, stop) : Optional.of(PAUSE));
    }

    private Optional<Duration> waves(UUID id, BooleanSupplier stop) {
        var rollout = store.find(id).orElseThrow();
        if (!rollout.state().live()) {
            return Optional.empty();
        }
        // In other transactions than the one that holds the roll-out, so that progress shows while it goes on.
        alone.executeWithoutResult(
                status -> store.move(id, List.of(RolloutState.PLANNED), RolloutState.RUNNING, clock.instant()));
        while (!stop.getAsBoolean()) {
            if (ledger.state(id) != RolloutState.RUNNING) {
                return Optional.empty();
            }
            var wave = ledger.wave(id);
            if (wave.isEmpty()) {
                return end(rollout, RolloutState.DONE, "rollout.done");
            }
            if (wave.get().open() == 0) {
                return end(rollout, RolloutState.FAILED, "rollout.failed");
            }
            alone.executeWithoutResult(status -> ledger.reopen(id));
            if (!run(rollout, wave.get().number(), stop)) {
                return Optional.of(PAUSE);
            }
        }
        return Optional.of(Duration.ZERO);
    }

    /** @return false if a cell or the database was away, or a table in use: wait a little before going on */
    private boolean run(Rollout rollout, int wave, BooleanSupplier stop) {
        var away = new AtomicBoolean();
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, rollout.parallelism())
                    .forEach(lane -> lanes.execute(() -> lane(rollout, wave, stop, away)));
        }
        return !away.get();
    }

    private void lane(Rollout rollout, int wave, BooleanSupplier stop, AtomicBoolean away) {
        try {
            while (!stop.getAsBoolean() && !away.get() && ledger.state(rollout.id()) == RolloutState.RUNNING) {
                var claimed = ledger.claim(rollout.id(), wave);
                if (claimed.isEmpty()) {
                    return;
                }
                change(rollout, claimed.get(), away);
            }
        } catch (RuntimeException fault) {
            // Most likely the database: what is in hand stays open and is taken up again after the pause.
            log.error("a lane of roll-out {} ended early", rollout.id(), fault);
            away.set(true);
        }
    }

    private void change(Rollout rollout, RolloutLedger.Claimed claimed, AtomicBoolean away) {
        try {
            update(rollout, claimed);
        } catch (CellRefused refused) {
            end(rollout, claimed, "FAILED", refused.detail());
        } catch (CellUnavailable notNow) {
            later(rollout, claimed, away, notNow.detail().orElse(AWAY));
        } catch (Refusal notNow) {
            later(rollout, claimed, away, AWAY);
        } catch (RuntimeException fault) {
            if (DatabaseAway.is(fault)) {
                throw fault;
            }
            log.error("roll-out of estate {} failed", claimed.estate(), fault);
            end(rollout, claimed, "FAILED", "系统内部错误");
        }
    }

    private void later(Rollout rollout, RolloutLedger.Claimed claimed, AtomicBoolean away, String detail) {
        away.set(true);
        end(rollout, claimed, claimed.attempts() < TRIES ? "PENDING" : "FAILED", detail);
    }

    private void update(Rollout rollout, RolloutLedger.Claimed claimed) {
        var estate = estates.get(claimed.estate());
        if (!WITH_SCHEMA.contains(estate.state())) {
            end(rollout, claimed, "SKIPPED", "小区目前为“" + estate.state().words() + "”，无需升级");
            return;
        }
        var version = cells.updateSchema(estate.requiredCell(), estate.id());
        if (version < rollout.toVersion()) {
            end(rollout, claimed, "FAILED", "所在单元" + estate.requiredCell() + "只能升级到版本" + version);
            return;
        }
        transaction.executeWithoutResult(status -> {
            estates.schemaVersion(estate.id(), version);
            ledger.end(rollout.id(), estate.id(), "DONE", "已升级到版本" + version, clock.instant());
        });
    }

    private void end(Rollout rollout, RolloutLedger.Claimed claimed, String state, String detail) {
        ledger.end(rollout.id(), claimed.estate(), state, detail, clock.instant());
    }

    private Optional<Duration> end(Rollout rollout, RolloutState state, String act) {
        if (store.move(rollout.id(), List.of(RolloutState.RUNNING), state, clock.instant())) {
            audit.record(Actor.PLATFORM, act, subject(rollout), Map.of("toVersion", rollout.toVersion()));
        }
        return Optional.empty();
    }

    static Subject subject(Rollout rollout) {
        return new Subject("rollout", rollout.id().toString(), "升级到版本" + rollout.toVersion(), null);
    }
}
