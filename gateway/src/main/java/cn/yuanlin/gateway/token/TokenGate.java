package cn.yuanlin.gateway.token;

import cn.yuanlin.gateway.problem.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Turns away requests whose token did not pass. It stands behind the limits, so that guessing tokens counts against the
 * guesser's address. Requests without any token go on: which endpoints are public the service knows, and it checks
 * every token again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class TokenGate implements WebFilter {
    private static final String REFUSAL = TokenGate.class.getName();

    static void close(ServerWebExchange exchange, ProblemException refusal) {
        exchange.getAttributes().put(REFUSAL, refusal);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ProblemException refusal = exchange.getAttribute(REFUSAL);
        return refusal == null ? chain.filter(exchange) : Mono.error(refusal);
    }
}
