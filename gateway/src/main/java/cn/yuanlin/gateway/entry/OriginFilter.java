package cn.yuanlin.gateway.entry;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.problem.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Browsers may call from the configured front ends only. Tokens travel in a header: no credentials by cookie. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OriginFilter implements WebFilter {
    private final CorsProcessor processor = new DefaultCorsProcessor();
    private final CorsConfiguration rules = new CorsConfiguration();

    OriginFilter(EntrySettings settings) {
        var origins = new ArrayList<>(settings.allowedOrigins());
        // Behind a proxy that ends TLS, our own front ends look foreign: the scheme differs.
        origins.add(EntrySettings.originOf(settings.publicUrl()));
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "X-File-Name"));
        rules.setExposedHeaders(List.of(
                RequestId.HEADER, "Retry-After", "RateLimit", "RateLimit-Policy", "Content-Disposition", "ETag"));
        rules.setAllowCredentials(false);
        rules.setMaxAge(Duration.ofHours(1));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!processor.process(rules, exchange)) {
            return Mono.error(new ProblemException(Problem.ORIGIN_NOT_ALLOWED));
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
