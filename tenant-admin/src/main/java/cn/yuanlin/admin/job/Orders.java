package cn.yuanlin.admin.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders background work as part of the caller's transaction, and has it begun as soon as that commits. */
@Component
public class Orders {
    private final Scheduler scheduler;
    private final Clock clock;

    Orders(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** As {@link #place}, but nobody begins before so much time has passed. */
    public void placeLater(TaskInstance<Void> order, Duration delay) {
        scheduler.scheduleIfNotExists(order, clock.instant().plus(delay));
    }

    /** Work that is ordered already under the same name and id is not ordered twice. */
    public void place(TaskInstance<Void> order) {
        scheduler.scheduleIfNotExists(order, clock.instant());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.triggerCheckForDueExecutions();
            return;
        }
        // Only a hint to this replica: killed in between, the work is found at the next look of any of them.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
