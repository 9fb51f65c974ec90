package cn.yuanlin.gateway.problem;

import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** What a fault means to the one who asked. */
public final class Faults {
    private static final Duration BUSY_WAIT = Duration.ofSeconds(1);

    private Faults() {}

    /** The problem a fault is answered with; {@link Problem#INTERNAL} for what nobody foresaw. */
    public static ProblemException explain(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = next(cause)) {
            ProblemException answer = known(cause);
            if (answer != null) {
                return answer;
            }
        }
        return new ProblemException(Problem.INTERNAL);
    }

    private static @Nullable ProblemException known(Throwable cause) {
        return switch (cause) {
            case ProblemException problem -> problem;
            case MethodNotAllowedException method -> new ProblemException(Problem.METHOD_NOT_ALLOWED);
            case ResponseStatusException status ->
                ofStatus(status.getStatusCode().value());
            case PoolAcquirePendingLimitException full -> busy();
            case PoolAcquireTimeoutException full -> busy();
            case TimeoutException late -> new ProblemException(Problem.UPSTREAM_TOO_SLOW);
            case java.util.concurrent.TimeoutException late -> new ProblemException(Problem.UPSTREAM_TOO_SLOW);
            case IOException broken -> new ProblemException(Problem.UPSTREAM_UNREACHABLE);
            default -> null;
        };
    }

    private static ProblemException busy() {
        return ProblemException.retryAfter(Problem.UPSTREAM_BUSY, BUSY_WAIT);
    }

    private static ProblemException ofStatus(int status) {
        return new ProblemException(
                switch (status) {
                    case 404 -> Problem.NOT_FOUND;
                    case 405 -> Problem.METHOD_NOT_ALLOWED;
                    case 413 -> Problem.BODY_TOO_LARGE;
                    case 502 -> Problem.UPSTREAM_UNREACHABLE;
                    case 503 -> Problem.UPSTREAM_UNAVAILABLE;
                    case 504 -> Problem.UPSTREAM_TOO_SLOW;
                    default -> status < 500 ? Problem.MALFORMED_REQUEST : Problem.INTERNAL;
                },
                Map.of());
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
