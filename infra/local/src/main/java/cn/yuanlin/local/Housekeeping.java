package cn.yuanlin.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is looked after every now and then while the platform runs. */
final class Housekeeping implements AutoCloseable {
    private static final long LOOK_AT_LOGS_MILLIS = 10_000;
    private static final long LOOK_FOR_MESSAGES_MILLIS = 300;

    private final Progress progress;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(Progress progress) {
        this.progress = progress;
    }

    /** Keeps logs from growing without end. */
    void limit(Logs logs) {
        every(LOOK_AT_LOGS_MILLIS, logs::limit, "A log grows too large and can't be put aside: ");
    }

    /** Shows the lines of a log that begin with the mark. */
    void show(Path log, String mark) {
        var follower = new LogFollower(log, mark, progress::say);
        every(LOOK_FOR_MESSAGES_MILLIS, follower::look, "Messages can't be shown: ");
    }

    /** A failure is said and does not end it: an error that escapes would. */
    private void every(long millis, Runnable work, String failure) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (UncheckedIOException e) {
                        progress.say(failure + e.getMessage());
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
