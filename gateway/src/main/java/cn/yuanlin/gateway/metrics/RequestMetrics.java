package cn.yuanlin.gateway.metrics;

import cn.yuanlin.gateway.problem.RequestId;
import cn.yuanlin.gateway.route.Destination;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Rate, errors and duration per route. Labels are route, method and status: paths, estates and people never are, so
 * there are as many series as routes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMetrics implements WebFilter {
    private static final Logger access = LoggerFactory.getLogger("cn.yuanlin.gateway.access");
    /** What clients close before it is answered, as nginx counts it. */
    private static final String GONE = "499";

    private final Timer.Builder timer = Timer.builder("yuanlin.gateway.requests")
            .description("Requests by route, method and status")
            .serviceLevelObjectives(
                    Duration.ofMillis(5),
                    Duration.ofMillis(10),
                    Duration.ofMillis(25),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofMillis(250),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30));
    private final io.micrometer.core.instrument.Meter.MeterProvider<Timer> timers;
    private final BusiestEstates estates;

    RequestMetrics(MeterRegistry meters, BusiestEstates estates) {
        this.timers = timer.withRegistry(meters);
        this.estates = estates;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> {
            count(exchange, status(exchange), System.nanoTime() - start);
            return Mono.empty();
        });
        return chain.filter(exchange).doFinally(signal -> {
            if (signal == SignalType.CANCEL && !exchange.getResponse().isCommitted()) {
                count(exchange, GONE, System.nanoTime() - start);
            }
        });
    }

    private void count(ServerWebExchange exchange, String status, long nanos) {
        var route = routeOf(exchange);
        var method = methodOf(exchange.getRequest().getMethod());
        timers.withTags("route", route, "method", method, "status", status).record(nanos, TimeUnit.NANOSECONDS);
        var destination = Destination.orNull(exchange);
        var estate = destination == null ? null : destination.estate();
        if (estate != null) {
            estates.count(estate.slug());
        }
        if (access.isDebugEnabled()) {
            access.atDebug()
                    .addKeyValue("requestId", RequestId.of(exchange))
                    .addKeyValue("route", route)
                    .addKeyValue("estate", estate == null ? "" : estate.estateId())
                    .addKeyValue("service", destination == null ? "" : destination.service())
                    .addKeyValue("status", status)
                    .addKeyValue("millis", nanos / 1_000_000)
                    .log("{} {}", method, route);
        }
    }

    private static String status(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status == null ? "200" : Integer.toString(status.value());
    }

    private static String routeOf(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route != null) {
            return route.getId();
        }
        var path = exchange.getRequest().getURI().getRawPath();
        if (path.startsWith("/api/identity/sessions/")) {
            return "session";
        }
        if (path.startsWith("/console")) {
            return "console";
        }
        return exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE) == null ? "none" : "app";
    }

    /** Clients invent methods; series must not. */
    private static String methodOf(HttpMethod method) {
        for (var known : HttpMethod.values()) {
            if (known == method) {
                return known.name();
            }
        }
        return "OTHER";
    }
}
