package cn.yuanlin.admin.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of requests for codes. */
@Component
class SmsFigures {
    enum Result {
        SENT,
        UNDELIVERED,
        /** This phone or sender asks too often. */
        LIMITED,
        /** All together ask too often: worth waking somebody up. */
        BUDGET_SPENT
    }

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);

    SmsFigures(MeterRegistry registry) {
        for (var result : Result.values()) {
            counters.put(
                    result,
                    Counter.builder("yuanlin.sms.codes")
                            .description("requests for SMS codes, by what became of them")
                            .tag(
                                    "result",
                                    result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .register(registry));
        }
    }

    void count(Result result) {
        var counter = counters.get(result);
        if (counter != null) {
            counter.increment();
        }
    }
}
