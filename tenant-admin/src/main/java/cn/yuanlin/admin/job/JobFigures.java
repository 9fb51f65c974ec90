package cn.yuanlin.admin.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the oldest due job has been waiting: growing, it says that no replica works. Asked when Prometheus asks. */
@Component
class JobFigures implements MeterBinder {
    private final JdbcClient jdbc;

    JobFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("yuanlin.job.lag", this, JobFigures::lagSeconds)
                .baseUnit("seconds")
                .description("age of the oldest job that is due and not begun")
                .register(registry);
    }

    double lagSeconds() {
        return jdbc.sql("""
                        select coalesce(extract(epoch from now() - min(execution_time)), 0)
                        from control.scheduled_tasks where execution_time < now() and not picked
                        """).query(Double.class).single();
    }
}
