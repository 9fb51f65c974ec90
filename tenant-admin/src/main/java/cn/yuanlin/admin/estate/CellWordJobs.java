package cn.yuanlin.admin.estate;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties repetitions to the scheduler: a task an estate, so that one cell that is away keeps nobody else waiting. */
@Configuration
class CellWordJobs {
    private static final String NAME = "estate-word";

    static TaskInstance<Void> repeat(UUID estate) {
        return new TaskInstance<>(NAME, estate + "/" + UUID.randomUUID());
    }

    @Bean
    Task<Void> estateWordTask(CellWord word) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        word.repeat(UUID.fromString(instance.getId().substring(0, 36))));
    }
}
