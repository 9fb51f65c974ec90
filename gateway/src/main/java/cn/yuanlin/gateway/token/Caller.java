package cn.yuanlin.gateway.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who a valid token speaks for.
 *
 * @param subject Keycloak's id of the person or client
 * @param estates ids of the estates whose organization the token names; membership is necessary there, never sufficient
 * @param expiresAt until when the token holds, clock skew not included
 */
public record Caller(String subject, Set<String> estates, Instant expiresAt) {
    private static final String ATTRIBUTE = Caller.class.getName();

    static void give(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(ATTRIBUTE, caller);
    }

    /** The caller, or null when no token came along. */
    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
