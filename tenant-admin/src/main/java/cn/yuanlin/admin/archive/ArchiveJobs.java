package cn.yuanlin.admin.archive;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties exports and deletions to the scheduler. */
@Configuration
class ArchiveJobs {
    private static final String EXPORT = "estate-export";
    private static final String DELETION = "estate-deletion";

    static TaskInstance<Void> exportOrder(UUID estate) {
        return new TaskInstance<>(EXPORT, estate + "/" + UUID.randomUUID());
    }

    static TaskInstance<Void> deletionOrder(UUID estate) {
        return new TaskInstance<>(DELETION, estate + "/" + UUID.randomUUID());
    }

    @Bean
    Task<Void> estateExportTask(ArchiveWorker worker, Clock clock) {
        return task(EXPORT, worker::export, clock);
    }

    @Bean
    Task<Void> estateDeletionTask(ArchiveWorker worker, Clock clock) {
        return task(DELETION, worker::delete, clock);
    }

    private static Task<Void> task(String name, Function<UUID, Optional<Duration>> work, Clock clock) {
        return Tasks.custom(name, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
                .execute((instance, context) -> {
                    var delay = work.apply(UUID.fromString(instance.getId().substring(0, 36)));
                    return delay.isPresent()
                            ? (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(delay.get()))
                            : new CompletionHandler.OnCompleteRemove<>();
                });
    }
}
