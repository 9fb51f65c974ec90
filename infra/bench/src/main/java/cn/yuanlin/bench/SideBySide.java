package cn.yuanlin.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same for many things, a few at a time, and keeps how long each took and all together. */
final class SideBySide {
    private SideBySide() {}

    record Outcome(Sample each, Duration together) {}

    static <T> Outcome run(List<T> things, int atOnce, Consumer<T> work) {
        var each = new Sample();
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var all = things.stream()
                    .map(thing -> threads.submit(() -> {
                        var start = System.nanoTime();
                        work.accept(thing);
                        each.add(Duration.ofNanos(System.nanoTime() - start));
                    }))
                    .toList();
            for (var one : all) one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Outcome(each, Duration.ofNanos(System.nanoTime() - begun));
    }
}
