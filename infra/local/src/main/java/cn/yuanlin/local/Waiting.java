package cn.yuanlin.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks again until something is so. */
final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /** @throws LocalException if it is still not so after that time, or the thread is interrupted */
    static void until(Duration atMost, String what, BooleanSupplier condition) {
        until(atMost, what, PAUSE, condition);
    }

    /** @param pause between two questions */
    static void until(Duration atMost, String what, Duration pause, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new LocalException("Waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new LocalException("Interrupted while waiting for " + what);
            }
            pause(pause);
        }
    }

    static void pause(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
