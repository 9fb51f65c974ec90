package cn.yuanlin.gateway.limit;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;

/** One token bucket per key, for as many keys as memory was set aside for. */
final class RateLimit {
    private final String name;
    private final LimitSettings.Rate rate;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(String name, LimitSettings.Rate rate, int remembered) {
        this.name = name;
        this.rate = rate;
        // A bucket that was left alone until it is full again says nothing: it may go.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.window().plusSeconds(1))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.burst(), rate.window()))
                        .build());
    }

    /**
     * Takes one request from the key's bucket.
     *
     * @return requests left
     * @throws ProblemException 429 with Retry-After if none was left
     */
    long take(String key) {
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return probe.getRemainingTokens();
        }
        long wait = ProblemException.wholeSeconds(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        throw new ProblemException(
                Problem.TOO_MANY_REQUESTS,
                Map.of("Retry-After", Long.toString(wait), "RateLimit", state(0, wait), "RateLimit-Policy", policy()));
    }

    /** The policy as draft-ietf-httpapi-ratelimit-headers writes it: quota and window in seconds. */
    String policy() {
        return "\"" + name + "\";q=" + rate.burst() + ";w=" + ProblemException.wholeSeconds(rate.window());
    }

    /** What is left, and in how many seconds there is more. */
    String state(long left, long seconds) {
        return "\"" + name + "\";r=" + left + ";t=" + seconds;
    }
}
