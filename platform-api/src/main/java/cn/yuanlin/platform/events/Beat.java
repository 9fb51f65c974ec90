package cn.yuanlin.platform.events;

import java.time.Duration;
import java.time.Instant;

/** Says when something is due that is done every so often. For one thread. */
final class Beat {
    private final Duration every;
    private Instant next;

    Beat(Duration every, Instant first) {
        this.every = every;
        this.next = first;
    }

    /** Whether it is due; if so, it is due again that much later. */
    boolean isDue(Instant now) {
        if (now.isBefore(next)) return false;
        next = now.plus(every);
        return true;
    }

    /** Never negative. */
    Duration until(Instant now) {
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }
}
