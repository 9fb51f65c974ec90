package cn.yuanlin.platform.tasks;

import cn.yuanlin.platform.tenancy.CellRole;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs what is due, in whichever process of the cell has a hand free; db-scheduler sees to it that only one takes it. */
@Component
class TaskScheduler implements SmartLifecycle {
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final CellRole registrar;
    private final List<EstateTask> kinds;
    private final TaskWorker worker;
    private final TaskProperties limits;
    private final Clock clock;
    private @Nullable Scheduler running;

    TaskScheduler(
            @Qualifier("registrar") CellRole registrar,
            List<EstateTask> kinds,
            TaskWorker worker,
            TaskProperties limits,
            Clock clock) {
        this.registrar = registrar;
        this.kinds = List.copyOf(kinds);
        this.worker = worker;
        this.limits = limits;
        this.clock = clock;
    }

    /** A stopped one of db-scheduler's can't be started again, so each start makes its own. */
    @Override
    public synchronized void start() {
        if (running != null) return;
        var tasks = kinds.stream().<Task<?>>map(this::task).toList();
        running = Scheduler.create(registrar.connections(), tasks)
                .tableName("scheduled_tasks")
                .threads(limits.sideBySide())
                .pollingInterval(limits.poll())
                .heartbeatInterval(limits.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollUsingLockAndFetch(0.5, 1)
                .commitWhenAutocommitDisabled(true)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(limits.stopWithin())
                .build();
        running.start();
    }

    @Override
    public synchronized void stop() {
        if (running == null) return;
        running.stop();
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Task<Void> task(EstateTask kind) {
        return Tasks.custom(kind.name(), Void.class)
                .onFailure(this::pauseAfterFault)
                .execute((instance, context) -> {
                    var next = worker.work(
                            kind,
                            TaskKey.parse(instance.getId()),
                            () -> context.getSchedulerState().isShuttingDown());
                    return next.<CompletionHandler<Void>>map(
                                    at -> (complete, operations) -> operations.reschedule(complete, at))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private void pauseAfterFault(ExecutionComplete fault, ExecutionOperations<Void> operations) {
        operations.reschedule(fault, nextTry(clock.instant(), fault.getExecution().consecutiveFailures));
    }

    /** @param failures before this one */
    Instant nextTry(Instant now, int failures) {
        var pause = limits.retryAfter().multipliedBy(1L << Math.min(failures, 30));
        return now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
