package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.shared.Refusal;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties repetitions to the scheduler: a task an estate, so that one cell that is away keeps nobody else waiting. */
@Configuration
class CellWordJobs {
    private static final Logger log = LoggerFactory.getLogger(CellWordJobs.class);
    private static final String NAME = "estate-word";
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /**
     * Orders one repetition, or moves the one that waits. One that is at work may have read the word before it changed,
     * so the next stands in a place of its own behind it.
     */
    static void order(SchedulerClient scheduler, UUID estate, Instant when) {
        for (var place = 1; !ordered(scheduler, new TaskInstance<>(NAME, estate + "/" + place), when); place++) {
            log.debug("estate {} is being spoken of at place {}", estate, place);
        }
    }

    private static boolean ordered(SchedulerClient scheduler, TaskInstance<Void> order, Instant when) {
        try {
            return scheduler.schedule(order, when, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException atWorkOrJustDone) {
            return false;
        }
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
