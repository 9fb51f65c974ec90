package cn.yuanlin.gateway.route;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request goes.
 *
 * @param service code of the cell, or {@code tenant-admin}: what connections, retries and breaker are kept per
 * @param base address of it
 * @param estate the estate asked for, if any
 */
public record Destination(
        String service, URI base, @Nullable EstateRoute estate) {
    public static final String TENANT_ADMIN = "tenant-admin";

    private static final String ATTRIBUTE = Destination.class.getName();

    static void give(ServerWebExchange exchange, Destination destination) {
        exchange.getAttributes().put(ATTRIBUTE, destination);
    }

    public static Destination of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    /** Null for requests that go nowhere. */
    public static @Nullable Destination orNull(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
