package cn.yuanlin.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same for many things, a few at a time. */
final class SideBySide {
    private SideBySide() {}

    /** @return how long all of it took together */
    static <T> Duration run(List<T> things, int atOnce, Consumer<T> work) {
        return timed(() -> all(things, atOnce, work));
    }

    static Duration timed(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static <T> void all(List<T> things, int atOnce, Consumer<T> work) {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var each = things.stream()
                    .map(thing -> threads.submit(() -> work.accept(thing)))
                    .toList();
            for (var one : each) one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
