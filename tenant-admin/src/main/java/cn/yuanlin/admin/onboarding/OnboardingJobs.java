package cn.yuanlin.admin.onboarding;

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

/** Ties runs to the scheduler: any replica may take one up; a dead one's is taken over within seconds. */
@Configuration
class OnboardingJobs {
    private static final String NAME = "onboarding-run";

    /** A new order to work on the run; several are harmless, the row decides who works. */
    static TaskInstance<Void> order(UUID run) {
        return new TaskInstance<>(NAME, run + "/" + UUID.randomUUID());
    }

    @Bean
    Task<Void> onboardingRunTask(RunWorker worker, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> {
                    var run = UUID.fromString(instance.getId().substring(0, 36));
                    var turn =
                            worker.work(run, () -> context.getSchedulerState().isShuttingDown());
                    return turn instanceof RunWorker.Turn.Later(var delay)
                            ? (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(delay))
                            : new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
