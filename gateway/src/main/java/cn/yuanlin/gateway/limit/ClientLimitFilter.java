package cn.yuanlin.gateway.limit;

import cn.yuanlin.gateway.entry.ClientAddress;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.token.Caller;
import java.util.Set;
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
 * address, what a script could fill the offices' desks with or guess its way in by.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class ClientLimitFilter implements WebFilter {
    private static final String APPLICATIONS = "/api/platform/applications";
    /** tenant-admin counts codes and tries per phone as well; this keeps the guessers of many phones away. */
    private static final Set<String> RECOGNITION = Set.of(
            "/api/identity/sms-codes",
            "/api/identity/sessions/sms",
            "/api/identity/sessions/wechat",
            "/api/identity/me/sms-codes",
            "/api/identity/me/phone-proof",
            "/api/identity/phone-change");

    private final RateLimit persons;
    private final RateLimit addresses;
    private final RateLimit applications;
    private final RateLimit recognition;

    ClientLimitFilter(LimitSettings settings) {
        this.persons = new RateLimit("person", settings.person(), settings.remembered());
        this.addresses = new RateLimit("address", settings.address(), settings.remembered());
        this.applications = new RateLimit("application", settings.application(), settings.remembered());
        this.recognition = new RateLimit("recognition", settings.recognition(), settings.remembered());
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
            if (isRecognition(exchange.getRequest())) {
                recognition.take(ClientAddress.of(exchange).sender());
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

    private static boolean isRecognition(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && RECOGNITION.contains(request.getURI().getPath());
    }
}
