package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.shared.Refusal;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ties the ends of accounts to the scheduler. */
@Configuration
class ClosingJobs {
    private static final Duration AWAY = Duration.ofSeconds(30);
    /** People have to act before it can go on. */
    private static final Duration HINDERED = Duration.ofHours(1);

    @Bean
    Task<Void> accountClosingTask(ClosingWork work, Clock clock) {
        return Tasks.custom(ClosingOrders.NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AWAY))
                .execute((instance, context) -> {
                    var delay = goOn(work, UUID.fromString(instance.getId()));
                    return delay.isPresent()
                            ? (complete, operations) -> operations.reschedule(
                                    complete, clock.instant().plus(delay.get()))
                            : new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** @return when to go on; empty if all is done */
    private static Optional<Duration> goOn(ClosingWork work, UUID subject) {
        try {
            return work.goOn(subject) ? Optional.empty() : Optional.of(HINDERED);
        } catch (CellUnavailable | Refusal away) {
            return Optional.of(AWAY);
        }
    }
}
