package cn.yuanlin.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Requests per second of the busiest estates. The list is drawn up anew every quarter of a minute, so there are never
 * more series than its length, however many estates there are.
 */
@Component
class BusiestEstates {
    static final int LENGTH = 20;
    private static final int SECONDS = 15;

    private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final MultiGauge gauge;

    BusiestEstates(MeterRegistry meters) {
        this.gauge = MultiGauge.builder("yuanlin.gateway.estate.requests.rate")
                .description("Requests per second of the " + LENGTH + " busiest estates")
                .register(meters);
    }

    /** @param slug of an estate in the route table, which bounds the map */
    void count(String slug) {
        counts.computeIfAbsent(slug, absent -> new LongAdder()).increment();
    }

    @Scheduled(fixedRate = SECONDS * 1000)
    void drawUp() {
        var busiest = counts.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().sumThenReset()))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue).reversed())
                .limit(LENGTH)
                .map(entry -> Row.of(Tags.of("estate", entry.getKey()), entry.getValue() / (double) SECONDS))
                .toList();
        // Those who asked nothing are forgotten; a count that comes in just now may be lost, which a rate bears.
        counts.values().removeIf(count -> count.sum() == 0);
        gauge.register(busiest, true);
    }
}
