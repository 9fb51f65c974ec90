package cn.yuanlin.gateway.problem;

import java.time.Duration;
import java.util.Map;

/** Ends a request with a {@link Problem}. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {
    private final Problem problem;
    private final Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** The same with Retry-After, in whole seconds, at least one. */
    public static ProblemException retryAfter(Problem problem, Duration wait) {
        return new ProblemException(problem, Map.of("Retry-After", Long.toString(wholeSeconds(wait))));
    }

    /** Seconds rounded up, at least one: a client that waits so long is not refused for the same reason again. */
    public static long wholeSeconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
