package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.shared.Refusal;
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

/** Ties repetitions to the scheduler: a task an estate, so that one cell that is away keeps nobody else waiting. */
@Configuration
class CellWordJobs {
    private static final String NAME = "estate-word";
    private static final Duration AGAIN = Duration.ofSeconds(30);

    static TaskInstance<Void> repeat(UUID estate) {
        return new TaskInstance<>(NAME, estate + "/" + UUID.randomUUID());
    }

    @Bean
    Task<Void> estateWordTask(CellWord word, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> repeat(word, instance)
                        ? new CompletionHandler.OnCompleteRemove<>()
                        : (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(AGAIN)));
    }

    /** @return false if the cell, or Keycloak, is away: no fault, and nothing to fill a log with */
    private static boolean repeat(CellWord word, TaskInstance<Void> instance) {
        try {
            word.repeat(UUID.fromString(instance.getId().substring(0, 36)));
            return true;
        } catch (CellUnavailable | Refusal away) {
            return false;
        }
    }
}
