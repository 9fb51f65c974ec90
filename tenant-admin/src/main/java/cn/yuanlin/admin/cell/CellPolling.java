package cn.yuanlin.admin.cell;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Looks after the registry: writes it down at start, then has every cell looked at every few seconds. */
@Configuration
class CellPolling {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Cells cells;

    CellPolling(Cells cells) {
        this.cells = cells;
    }

    @EventListener(ApplicationStartedEvent.class)
    void register() {
        cells.registerConfigured();
    }

    @Bean
    Task<Void> cellHealthTask(CellWatch watch) {
        return Tasks.recurring("cell-health", FixedDelay.of(EVERY)).execute((instance, context) -> watch.lookAtAll());
    }
}
