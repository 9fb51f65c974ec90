package cn.yuanlin.gateway.token;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Checks a token that is shown and notes what became of it; {@link TokenGate} acts on that, after the limits. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class TokenFilter implements WebFilter {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer ([A-Za-z0-9._~+/-]{1,8192}=*)");
    private static final Duration KEYCLOAK_WAIT = Duration.ofSeconds(5);

    private final AccessTokens tokens;

    TokenFilter(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var shown = exchange.getRequest().getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (shown == null || !exchange.getRequest().getURI().getRawPath().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        var token = shown.size() == 1 ? bearer(shown.getFirst()) : null;
        var checked = token == null ? Mono.<Verdict>just(new Verdict.Invalid()) : tokens.check(token);
        return onItsOwnLoop(checked, exchange).flatMap(verdict -> {
            switch (verdict) {
                case Verdict.Valid valid -> Caller.give(exchange, valid.caller());
                case Verdict.Invalid invalid -> TokenGate.close(exchange, invalid());
                case Verdict.Unknown unknown ->
                    TokenGate.close(exchange, ProblemException.retryAfter(Problem.IDENTITY_UNAVAILABLE, KEYCLOAK_WAIT));
            }
            return chain.filter(exchange);
        });
    }

    /**
     * An answer that another thread writes while the loop still takes in the end of its request may never be sent: after
     * waiting for keys, the request goes on where it came from.
     */
    private static <T> Mono<T> onItsOwnLoop(Mono<T> result, ServerWebExchange exchange) {
        if (result instanceof Callable) {
            return result;
        }
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        return Mono.create(sink -> request.withConnection(connection -> {
            var loop = connection.channel().eventLoop();
            sink.onDispose(result.subscribe(
                    value -> loop.execute(() -> sink.success(value)), fault -> loop.execute(() -> sink.error(fault))));
        }));
    }

    private static @Nullable String bearer(String header) {
        var match = BEARER.matcher(header);
        return match.matches() ? match.group(1) : null;
    }

    private static ProblemException invalid() {
        return new ProblemException(
                Problem.TOKEN_INVALID, Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""));
    }
}
