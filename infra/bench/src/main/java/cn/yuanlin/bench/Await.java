package cn.yuanlin.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is so. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Await() {}

    /**
     * @param every pause between two looks
     * @return what was seen at last
     * @throws IllegalStateException if it is still not so after ten minutes
     */
    static <T> T until(Duration every, Supplier<T> look, Predicate<T> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!wanted.test(seen)) {
            if (System.nanoTime() > end) throw new IllegalStateException("Waited in vain; last seen: " + seen);
            LockSupport.parkNanos(every.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
