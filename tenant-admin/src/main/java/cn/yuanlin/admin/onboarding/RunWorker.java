package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.keycloak.KeycloakProblem;
import cn.yuanlin.admin.onboarding.OnboardingStep.Work;
import cn.yuanlin.admin.shared.DatabaseAway;
import cn.yuanlin.admin.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries runs forward, or back, one step at a time. The run's row is held for as long as a step works, so that no two
 * workers ever do; what the step writes here and its outcome are one transaction. Killed anywhere, the next worker
 * does the interrupted step again.
 */
@Component
class RunWorker {
    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);
    /** How soon to look again at a run that another worker holds. */
    private static final Duration HELD_ELSEWHERE = Duration.ofSeconds(2);

    private final RunLedger ledger;
    private final Map<StepName, OnboardingStep> steps = new EnumMap<>(StepName.class);
    private final Estates estates;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final OnboardingSettings settings;
    private final Clock clock;

    RunWorker(
            RunLedger ledger,
            List<OnboardingStep> steps,
            Estates estates,
            AuditTrail audit,
            TransactionTemplate transaction,
            OnboardingSettings settings,
            Clock clock) {
        this.ledger = ledger;
        steps.forEach(step -> this.steps.put(step.name(), step));
        this.estates = estates;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a turn of work left the run. */
    sealed interface Turn {
        /** A step is done; there may be more. */
        record Onward() implements Turn {}

        /** Not now: look again after a while. */
        record Later(Duration delay) implements Turn {}

        /** Nothing to do until somebody acts. */
        record Rest() implements Turn {}
    }

    /** Works on the run until it rests or has to wait, or {@code stop} says so between two steps. */
    Turn work(UUID run, BooleanSupplier stop) {
        Turn turn = new Turn.Onward();
        while (turn instanceof Turn.Onward) {
            turn = stop.getAsBoolean() ? new Turn.Later(Duration.ZERO) : turn(run);
        }
        return turn;
    }

    /** One step, forward or back. */
    Turn turn(UUID run) {
        var taken = transaction.execute(status -> take(run));
        if (taken.isEmpty()) {
            return restOrLater(run);
        }
        var begun = taken.get();
        try {
            return transaction.execute(status -> perform(run, begun.step()));
        } catch (CellUnavailable away) {
            return later(run, begun, "小区所在单元暂时连不上，将自动重试");
        } catch (CellRefused refused) {
            return giveUp(run, begun.step(), refused.detail());
        } catch (Refusal refusal) {
            return refusal.type().equals(KeycloakProblem.UNAVAILABLE)
                    ? later(run, begun, "身份服务暂时连不上，将自动重试")
                    : giveUp(run, begun.step(), refusal.message());
        } catch (RuntimeException fault) {
            if (DatabaseAway.is(fault)) {
                // Nothing can be written down now: the turn ends, and the scheduler begins another.
                throw fault;
            }
            log.error("step {} of run {} failed", begun.step(), run, fault);
            return giveUp(run, begun.step(), "系统内部错误，请联系平台管理员；排除后可以重试。");
        }
    }

    /** Marks the next step as begun, visibly, before anything happens. */
    private Optional<RunLedger.Begun> take(UUID run) {
        return ledger.hold(run).flatMap(held -> switch (held.state()) {
            case RUNNING -> ledger.nextForward(run).map(step -> ledger.begin(run, step, clock.instant()));
            case COMPENSATING -> {
                var step = ledger.nextBackward(run);
                if (step.isEmpty()) {
                    end(held, RunState.COMPENSATED, "onboarding.compensated");
                }
                yield step.map(last -> ledger.begin(run, last, clock.instant()));
            }
            case FAILED, DONE, COMPENSATED -> Optional.empty();
        });
    }

    private Turn perform(UUID run, StepName name) {
        var held = ledger.hold(run);
        if (held.isEmpty()) {
            return restOrLater(run);
        }
        var work = new Work(
                run,
                estates.get(held.get().estate()),
                held.get().workbook(),
                held.get().startedBy());
        return held.get().state() == RunState.COMPENSATING
                ? back(held.get(), name, work)
                : forward(held.get(), name, work);
    }

    private Turn forward(RunLedger.Held held, StepName name, Work work) {
        return switch (step(name).execute(work)) {
            case StepOutcome.Done(var detail) -> {
                ledger.end(held.id(), name, StepState.DONE, detail, clock.instant());
                if (name == StepName.ACTIVATE) {
                    end(held, RunState.DONE, "onboarding.done");
                    yield new Turn.Rest();
                }
                yield new Turn.Onward();
            }
            case StepOutcome.Refused(var detail) -> {
                ledger.end(held.id(), name, StepState.FAILED, detail, clock.instant());
                ledger.move(held.id(), RunState.RUNNING, RunState.FAILED, clock.instant());
                yield new Turn.Rest();
            }
        };
    }

    private Turn back(RunLedger.Held held, StepName name, Work work) {
        step(name).undo(work);
        ledger.end(held.id(), name, StepState.UNDONE, "已撤销", clock.instant());
        return new Turn.Onward();
    }

    private void end(RunLedger.Held held, RunState state, String act) {
        ledger.move(held.id(), held.state(), state, clock.instant());
        audit.record(held.startedBy(), act, Estates.subject(estates.get(held.estate())), Map.of("run", held.id()));
    }

    /** The step's transaction was rolled back; what is written here is all that remains of the attempt. */
    private Turn later(UUID run, RunLedger.Begun begun, String detail) {
        if (Duration.between(begun.since(), clock.instant()).compareTo(settings.patience()) > 0) {
            return giveUp(run, begun.step(), detail.replace("，将自动重试", "，多次重试仍未成功，请稍后手动重试。"));
        }
        transaction.executeWithoutResult(status -> ledger.waiting(run, begun.step(), detail));
        var waited = Duration.between(begun.since(), clock.instant());
        var delay = waited.plusMillis(200);
        return new Turn.Later(delay.compareTo(settings.pause()) < 0 ? delay : settings.pause());
    }

    private Turn giveUp(UUID run, StepName step, String detail) {
        transaction.executeWithoutResult(status -> {
            ledger.end(run, step, StepState.FAILED, detail, clock.instant());
            // A run on its way back stays on its way: only its step has failed, and compensation may be asked for
            // again.
            ledger.move(run, RunState.RUNNING, RunState.FAILED, clock.instant());
        });
        return new Turn.Rest();
    }

    private Turn restOrLater(UUID run) {
        return ledger.state(run).live() ? new Turn.Later(HELD_ELSEWHERE) : new Turn.Rest();
    }

    private OnboardingStep step(StepName name) {
        return Optional.ofNullable(steps.get(name)).orElseThrow(() -> new IllegalStateException("no step " + name));
    }
}
