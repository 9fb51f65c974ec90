package cn.yuanlin.gateway.cell;

import cn.yuanlin.gateway.cell.Services.Service;
import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.route.Destination;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Stands around each call, up to the head of the answer: tries again where that can do no harm, and leaves a service
 * alone that fails too often.
 */
@Component
class CallGuard implements GlobalFilter, Ordered {
    private final Services services;
    private final CellSettings settings;

    CallGuard(Services services, CellSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var service = services.of(Destination.of(exchange).service());
        service.budget().deposit();
        return attempt(exchange, chain, service, 1);
    }

    private Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Service service, int number) {
        var breaker = service.breaker();
        if (!breaker.tryAcquirePermission()) {
            return Mono.error(ProblemException.retryAfter(
                    Problem.UPSTREAM_UNAVAILABLE, settings.breaker().openFor()));
        }
        long start = System.nanoTime();
        var settled = new AtomicBoolean();
        return chain.filter(exchange)
                .then(Mono.fromSupplier(() -> answered(exchange)))
                .onErrorResume(fault -> Mono.just(CallOutcome.of(fault)))
                .doOnCancel(() -> {
                    if (settled.compareAndSet(false, true)) {
                        breaker.releasePermission();
                    }
                })
                .flatMap(outcome -> {
                    settled.set(true);
                    record(service, outcome, System.nanoTime() - start);
                    if (outcome.worthAnotherTry() && mayRetry(exchange.getRequest(), service, number)) {
                        service.retries().increment();
                        ServerWebExchangeUtils.reset(exchange);
                        return Mono.delay(pauseBefore(number)).then(attempt(exchange, chain, service, number + 1));
                    }
                    return outcome.fault() == null ? Mono.empty() : Mono.error(outcome.fault());
                });
    }

    private static CallOutcome answered(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        HttpStatusCode status = response.getStatusCode();
        boolean ownWords = MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(contentTypeOf(response.getHeaders()));
        return CallOutcome.of(status == null ? 200 : status.value(), ownWords);
    }

    private static @Nullable MediaType contentTypeOf(HttpHeaders headers) {
        try {
            return headers.getContentType();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static void record(Service service, CallOutcome outcome, long nanos) {
        switch (outcome.blame()) {
            case NONE -> service.breaker().onSuccess(nanos, TimeUnit.NANOSECONDS);
            case SERVICE ->
                service.breaker()
                        .onError(
                                nanos,
                                TimeUnit.NANOSECONDS,
                                outcome.fault() == null
                                        ? new ProblemException(Problem.UPSTREAM_UNAVAILABLE)
                                        : outcome.fault());
            case CLIENT -> service.breaker().releasePermission();
        }
    }

    /** Only what changes nothing and has no body that is already spent, and only while retries are paid for. */
    private boolean mayRetry(ServerHttpRequest request, Service service, int number) {
        boolean safe = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        var headers = request.getHeaders();
        boolean bodiless = headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return safe
                && bodiless
                && number <= settings.retries()
                && service.budget().withdraw();
    }

    private Duration pauseBefore(int number) {
        double spread = 0.5 + ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos(Math.round(settings.retryPause().toNanos() * spread * (1L << (number - 1))));
    }
}
