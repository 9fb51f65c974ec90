package cn.yuanlin.gateway.limit;

import cn.yuanlin.gateway.entry.ClientAddress;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.token.Caller;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts API requests per person (subject of the token), or per address where no token came along; and beside that, per
 * address, what a script could fill the offices' desks with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class ClientLimitFilter implements WebFilter {
    private static final String APPLICATIONS = "/api/platform/applications";

    private final RateLimit persons;
    private final RateLimit addresses;
    private final RateLimit applications;

    ClientLimitFilter(LimitSettings settings) {
        this.persons = new RateLimit("person", settings.person(), settings.remembered());
        this.addresses = new RateLimit("address", settings.address(), settings.remembered());
        this.applications = new RateLimit("application", settings.application(), settings.remembered());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getURI().getRawPath().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        var caller = Caller.of(exchange);
        var limit = caller == null ? addresses : persons;
        var key = caller == null ? ClientAddress.of(exchange).sender() : caller.subject();
        try {
            long left = limit.take(key);
            var headers = exchange.getResponse().getHeaders();
            headers.set("RateLimit", limit.state(left, 1));
            headers.set("RateLimit-Policy", limit.policy());
            if (isApplication(exchange.getRequest())) {
                applications.take(ClientAddress.of(exchange).sender());
            }
        } catch (ProblemException refused) {
            return Mono.error(refused);
        }
        return chain.filter(exchange);
    }

    /** Decoded, as the service behind will read it. */
    private static boolean isApplication(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && APPLICATIONS.equals(request.getURI().getPath());
    }
}
