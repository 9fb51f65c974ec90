package cn.yuanlin.platform.media;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One picture at a time is in memory: a large one takes a hundred megabytes, for less than a second. */
@Component
class CleaningTurns {
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore turns = new Semaphore(1, true);

    /** A turn; give it back by closing. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws cn.yuanlin.platform.shared.ProblemException 503 if the wait was too long */
    Turn take() {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return turns::release;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw MediaProblem.busy();
    }
}
