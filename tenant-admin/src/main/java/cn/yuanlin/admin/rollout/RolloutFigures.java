package cn.yuanlin.admin.rollout;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** How far the roll-out in hand has come. Counted when Prometheus asks. */
@Component
class RolloutFigures implements MeterBinder {
    private static final List<String> STATES = List.of("PENDING", "RUNNING", "DONE", "FAILED");

    private final RolloutStore store;

    RolloutFigures(RolloutStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var state : STATES) {
            Gauge.builder("yuanlin.rollout.estates", store, rollouts -> rollouts.estatesInHand(state))
                    .tag("state", state)
                    .description("estates of roll-outs that are not done, by what became of them")
                    .register(registry);
        }
    }
}
