package cn.yuanlin.gateway.problem;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.web.server.ServerWebExchange;

/** The name of one request in every log on its way: a time-ordered UUID (v7), always the gateway's own. */
public final class RequestId {
    /** Header it travels in, to the services and back to the client. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    // Unique, not secret: a fast generator per thread, seeded well.
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(new SecureRandom().nextLong()));

    private RequestId() {}

    public static String next(Clock clock) {
        var random = RANDOM.get();
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    public static void give(ServerWebExchange exchange, String id) {
        exchange.getAttributes().put(ATTRIBUTE, id);
    }

    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, "");
    }
}
