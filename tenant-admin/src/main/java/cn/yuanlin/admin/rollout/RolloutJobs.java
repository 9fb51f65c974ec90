package cn.yuanlin.admin.rollout;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties roll-outs to the scheduler. */
@Configuration
class RolloutJobs {
    private static final String NAME = "rollout";

    /** A new order to work on the roll-out; several are harmless. */
    static TaskInstance<Void> order(UUID rollout) {
        return new TaskInstance<>(NAME, rollout + "/" + UUID.randomUUID());
    }

    @Bean
    Task<Void> rolloutTask(RolloutWorker worker, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var rollout = UUID.fromString(instance.getId().substring(0, 36));
                    var delay = worker.work(
                            rollout, () -> context.getSchedulerState().isShuttingDown());
                    return delay.isPresent()
                            ? (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(delay.get()))
                            : new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
