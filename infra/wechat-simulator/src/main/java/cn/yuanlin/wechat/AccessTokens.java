package cn.yuanlin.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's access tokens, as {@code stable_token} gives them: the same one while it is good for five minutes more,
 * then the next, while the one before lives to its end. A forced refresh kills the one before at once.
 */
final class AccessTokens {
    static final Duration LIFE = Duration.ofHours(2);
    private static final Duration EARLY = Duration.ofMinutes(5);
    /** A refresh that is forced sooner than this after another changes nothing. */
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

    private static final int REMEMBERED = 100;
    private static final int BYTES = 96;

    /** @param life what is left of it */
    record Issued(String token, Duration life) {}

    private record Token(String value, Instant until) {}

    private final Clock clock;
    private final Map<String, Instant> ends = new BoundedMap<>(REMEMBERED);
    private @Nullable Token current;
    private @Nullable Instant forcedAt;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized Issued issue(boolean forced) {
        var now = clock.instant();
        var token = current;
        if (token == null || !now.isBefore(token.until().minus(EARLY))) {
            token = fresh(now);
        } else if (forced && mayForce(now)) {
            ends.remove(token.value());
            token = fresh(now);
            forcedAt = now;
        }
        return new Issued(token.value(), Duration.between(now, token.until()));
    }

    private boolean mayForce(Instant now) {
        var before = forcedAt;
        return before == null || !now.isBefore(before.plus(BETWEEN_FORCED));
    }

    private Token fresh(Instant now) {
        var token = new Token(RandomText.of(BYTES), now.plus(LIFE));
        current = token;
        ends.put(token.value(), token.until());
        return token;
    }

    /** Why a call with this token is refused; empty if it is not. */
    synchronized Optional<WechatError> refusal(String token) {
        if (token.isEmpty()) {
            return Optional.of(WechatError.MISSING_TOKEN);
        }
        var end = ends.get(token);
        if (end == null) {
            return Optional.of(WechatError.INVALID_CREDENTIAL);
        }
        return clock.instant().isBefore(end) ? Optional.empty() : Optional.of(WechatError.TOKEN_EXPIRED);
    }
}
