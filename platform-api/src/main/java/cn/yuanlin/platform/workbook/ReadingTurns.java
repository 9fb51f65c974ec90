package cn.yuanlin.platform.workbook;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How many workbooks are open at a time. An open one takes its 20 MB and as much again for texts and maps, so their number bounds
 * the service's memory.
 */
@Component
class ReadingTurns {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;
    private static final int RETRY_SECONDS = 10;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A turn; give it back by closing. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws cn.yuanlin.platform.shared.ProblemException 503 if the wait was too long */
    Turn take() {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) return turns::release;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw WorkbookProblem.BUSY.problem().retryAfter(RETRY_SECONDS).raise();
    }
}
