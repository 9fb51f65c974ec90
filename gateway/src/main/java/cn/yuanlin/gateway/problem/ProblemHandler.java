package cn.yuanlin.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers every fault of the gateway as problem+json and counts it by slug. */
@Component
@Order(-2) // before Boot's own, which would answer in English and in another form
class ProblemHandler implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private static final long MOST_BYTES_HEARD = 64 * 1024;
    /** Whoever sends more slowly is answered all the same. */
    private static final Duration HEARD_FOR = Duration.ofSeconds(2);

    private static final long MOST_BYTES_SWALLOWED = 64L * 1024 * 1024;
    private static final Duration SWALLOWED_FOR = Duration.ofSeconds(10);

    private final MeterRegistry meters;

    ProblemHandler(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        if (exchange.getResponse().isCommitted()) {
            // Half an answer is out: only breaking the connection tells the client that it is not whole.
            return Mono.error(fault);
        }
        var answer = Faults.explain(fault);
        note(exchange, answer.problem(), fault);
        return hearOut(exchange.getRequest()).then(Mono.defer(() -> write(exchange, answer)));
    }

    /**
     * Takes the rest of a small request in before it is answered. Now and then netty never answers the next request of a
     * connection whose answer was out before its request was in.
     */
    private static Mono<Void> hearOut(ServerHttpRequest request) {
        var length = request.getHeaders().getContentLength();
        return length > 0 && length <= MOST_BYTES_HEARD
                // Whoever read it before us has had its end as well, or its fault.
                ? request.getBody()
                        .doOnNext(DataBufferUtils::release)
                        .then()
                        .timeout(HEARD_FOR)
                        .onErrorComplete()
                : Mono.empty();
    }

    /**
     * Keeps the connection open behind the answer while the sender still sends: closed at once, the answer that is on its way
     * would be lost with it, and a person would see a broken connection where a file is too large.
     */
    private static Flux<DataBuffer> swallow(ServerHttpRequest request) {
        var swallowed = new AtomicLong();
        return request.getBody()
                .takeUntil(buffer -> swallowed.addAndGet(buffer.readableByteCount()) > MOST_BYTES_SWALLOWED)
                .doOnNext(DataBufferUtils::release)
                .take(SWALLOWED_FOR)
                .onErrorComplete()
                .ignoreElements()
                .flux();
    }

    private void note(ServerWebExchange exchange, Problem problem, Throwable fault) {
        meters.counter("yuanlin.gateway.refused", "problem", problem.slug()).increment();
        if (problem.status() < 500) {
            return;
        }
        var line = problem == Problem.INTERNAL ? log.atError().setCause(fault) : log.atWarn();
        line.addKeyValue("requestId", RequestId.of(exchange))
                .addKeyValue("problem", problem.slug())
                .log("Answered {}: {}", problem.status(), fault.toString());
    }

    private static Mono<Void> write(ServerWebExchange exchange, ProblemException answer) {
        var response = exchange.getResponse();
        var body = answer.problem().json(RequestId.of(exchange)).getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(HttpStatusCode.valueOf(answer.problem().status()));
        var headers = response.getHeaders();
        headers.clearContentHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        headers.setCacheControl("no-store");
        answer.headers().forEach(headers::set);
        if (answer.problem() == Problem.BODY_TOO_LARGE || answer.problem() == Problem.REQUEST_TOO_SLOW) {
            // The rest of the body is on its way: nobody wants to read it.
            headers.set(HttpHeaders.CONNECTION, "close");
        }
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        var whole = response.bufferFactory().wrap(body);
        return answer.problem() == Problem.BODY_TOO_LARGE
                ? response.writeAndFlushWith(Flux.just(Mono.just(whole), swallow(exchange.getRequest())))
                : response.writeWith(Mono.just(whole));
    }
}
