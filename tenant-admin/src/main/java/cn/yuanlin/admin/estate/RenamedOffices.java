package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.office.OfficeRenamed;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Tells the cells when an office above their estates bears another name. Ordered in the transaction that renamed it. */
@Configuration
class RenamedOffices {
    private static final String NAME = "office-renamed";

    private final EstateStore store;
    private final CellWord word;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    /** @param scheduler late: it is built from the tasks that this class declares */
    RenamedOffices(EstateStore store, CellWord word, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.store = store;
        this.word = word;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void order(OfficeRenamed renamed) {
        var order = new TaskInstance<Void>(NAME, renamed.office() + "/" + UUID.randomUUID());
        scheduler.getObject().scheduleIfNotExists(order, clock.instant());
    }

    /** Only hands out the work, an order an estate; again is harmless. */
    @Bean
    Task<Void> officeRenamedTask() {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
                .execute((instance, context) ->
                        handOut(UUID.fromString(instance.getId().substring(0, 36))));
    }

    private void handOut(UUID office) {
        store.placedBelow(office).forEach(estate -> word.repeatAfter(estate, Duration.ZERO));
    }
}
