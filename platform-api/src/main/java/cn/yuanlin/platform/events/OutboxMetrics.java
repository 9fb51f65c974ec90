package cn.yuanlin.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How full the outbox is. Alert on {@code yuanlin_outbox_parked} above 0 and on an age of minutes. */
@Component
class OutboxMetrics {
    private final Clock clock;
    private volatile OutboxStore.@Nullable Backlog last;

    OutboxMetrics(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        Gauge.builder("yuanlin.outbox.waiting", this, metrics -> metrics.waiting())
                .description("events not yet delivered")
                .register(meters);
        Gauge.builder("yuanlin.outbox.parked", this, metrics -> metrics.parked())
                .description("events that failed too often, and those behind them")
                .register(meters);
        Gauge.builder("yuanlin.outbox.age", this, metrics -> metrics.ageSeconds())
                .description("how long the oldest event has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    void note(OutboxStore.Backlog backlog) {
        last = backlog;
    }

    private double waiting() {
        var backlog = last;
        return backlog == null ? 0 : backlog.waiting();
    }

    private double parked() {
        var backlog = last;
        return backlog == null ? 0 : backlog.parked();
    }

    private double ageSeconds() {
        var backlog = last;
        if (backlog == null || backlog.oldest() == null) return 0;
        return Duration.between(backlog.oldest(), clock.instant()).toMillis() / 1000.0;
    }
}
