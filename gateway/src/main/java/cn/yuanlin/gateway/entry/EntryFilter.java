package cn.yuanlin.gateway.entry;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.problem.RequestId;
import java.time.Clock;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The first rule: names the request, notes who sends it, turns away what no rule should ever see. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class EntryFilter implements WebFilter {
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Clock clock;
    private final TrustedProxies proxies;
    private final SecurityHeaders securityHeaders;

    EntryFilter(Clock clock, EntrySettings settings, SecurityHeaders securityHeaders) {
        this.clock = clock;
        this.proxies = TrustedProxies.parse(settings.trustedProxies());
        this.securityHeaders = securityHeaders;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = RequestId.next(clock);
        RequestId.give(exchange, id);
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        var path = request.getURI().getRawPath();
        // As late as possible: what a cell answers must not override what the door promises.
        response.beforeCommit(() -> {
            response.getHeaders().set(RequestId.HEADER, id);
            securityHeaders.write(path, response.getHeaders());
            return Mono.empty();
        });
        ClientAddress.give(exchange, proxies.clientOf(request));
        if (!METHODS.contains(request.getMethod())) {
            return Mono.error(new ProblemException(Problem.METHOD_NOT_ALLOWED));
        }
        if (!SanePath.accepts(path)) {
            return Mono.error(new ProblemException(Problem.MALFORMED_REQUEST));
        }
        return chain.filter(exchange);
    }
}
