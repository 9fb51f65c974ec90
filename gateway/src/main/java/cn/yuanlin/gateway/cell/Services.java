package cn.yuanlin.gateway.cell;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is remembered of each service's health. As many as there are cells, so nothing needs to be forgotten. */
@Component
class Services {
    private static final Logger log = LoggerFactory.getLogger(Services.class);

    private final CellSettings settings;
    private final CircuitBreakerConfig breakerRules;
    private final MeterRegistry meters;
    private final ConcurrentMap<String, Service> byName = new ConcurrentHashMap<>();

    record Service(CircuitBreaker breaker, RetryBudget budget, Counter retries) {}

    Services(CellSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        var breaker = settings.breaker();
        this.breakerRules = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.minimumCalls())
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .maxWaitDurationInHalfOpenState(breaker.openFor().multipliedBy(4))
                .build();
    }

    Service of(String name) {
        var known = byName.get(name);
        return known == null ? byName.computeIfAbsent(name, this::meet) : known;
    }

    private Service meet(String name) {
        var breaker = CircuitBreaker.of(name, breakerRules);
        breaker.getEventPublisher()
                .onStateTransition(event ->
                        log.atWarn().addKeyValue("service", name).log("Breaker: {}", event.getStateTransition()));
        Gauge.builder("yuanlin.gateway.breaker.open", breaker, Services::openness)
                .description("0 closed, 0.5 trying, 1 open")
                .tag("target", name)
                .register(meters);
        Gauge.builder(
                        "yuanlin.gateway.breaker.failures",
                        breaker,
                        known -> known.getMetrics().getNumberOfFailedCalls())
                .description("Failures among the last calls that count")
                .tag("target", name)
                .register(meters);
        var retries = meters.counter("yuanlin.gateway.retries", "target", name);
        return new Service(breaker, new RetryBudget(settings.retryShare()), retries);
    }

    private static double openness(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    }
}
