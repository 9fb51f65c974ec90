package cn.yuanlin.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.gateway.session.SessionOutcome.Renewed;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Answers that may have been lost on their way, in lifts and garages: a refresh token works once at Keycloak, so whoever
 * asks again with the same one gets the same answer for a minute. Two at once are one renewal. In this replica's memory.
 */
@Component
class RecentRenewals {
    private static final Duration FOR = Duration.ofSeconds(60);
    private static final int MOST = 20_000;

    private final AsyncCache<String, Kept> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FOR).buildAsync();

    /** @param at by {@link System#nanoTime} */
    private record Kept(SessionOutcome outcome, long at) {
        static Kept now(SessionOutcome outcome) {
            return new Kept(outcome, System.nanoTime());
        }

        /** Tokens grow old while they are kept. */
        SessionOutcome asOfNow() {
            return outcome instanceof Renewed renewed
                    ? renewed.after(Duration.ofNanos(System.nanoTime() - at))
                    : outcome;
        }

        boolean gave(String refreshToken) {
            return outcome instanceof Renewed renewed && renewed.refreshToken().equals(refreshToken);
        }
    }

    /** Only what was renewed is kept: whoever was refused may try again at once. */
    CompletableFuture<SessionOutcome> of(String refreshToken, Supplier<CompletableFuture<SessionOutcome>> renewal) {
        var key = hash(refreshToken);
        var answer = answers.get(key, (same, executor) -> renewal.get().thenApply(Kept::now));
        return answer.thenApply(kept -> {
            if (!(kept.outcome() instanceof Renewed)) {
                answers.asMap().remove(key, answer);
            }
            return kept.asOfNow();
        });
    }

    /** The session of this token is over: what renewed it, or came of that, opens nothing any more. */
    void forget(String refreshToken) {
        answers.synchronous().invalidate(hash(refreshToken));
        answers.synchronous().asMap().values().removeIf(kept -> kept.gave(refreshToken));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
