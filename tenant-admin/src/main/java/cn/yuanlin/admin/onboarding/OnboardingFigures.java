package cn.yuanlin.admin.onboarding;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Runs by state, for the alarm that some wait for a person. Counted when Prometheus asks, over an index. */
@Component
class OnboardingFigures implements MeterBinder {
    private static final List<RunState> UNFINISHED = List.of(RunState.RUNNING, RunState.FAILED, RunState.COMPENSATING);

    private final RunStore store;

    OnboardingFigures(RunStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var state : UNFINISHED) {
            Gauge.builder("yuanlin.onboarding.runs", store, runs -> runs.count(state))
                    .tag("state", state.name())
                    .description("onboarding runs that are neither done nor taken back")
                    .register(registry);
        }
    }
}
