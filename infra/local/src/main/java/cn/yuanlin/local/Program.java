package cn.yuanlin.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A long-running program that can be started again and again; at most one process of it lives at a time. */
final class Program {
    private final String name;
    private final Path log;
    private final Duration patience;
    private final Supplier<ChildProcess> starter;
    private final BooleanSupplier answers;
    private volatile @Nullable ChildProcess process;

    /**
     * @param patience how long it may take from its start until it answers
     * @param starter makes a process of it
     * @param answers whether it is ready to work
     */
    Program(String name, Path log, Duration patience, Supplier<ChildProcess> starter, BooleanSupplier answers) {
        this.name = name;
        this.log = log;
        this.patience = patience;
        this.starter = starter;
        this.answers = answers;
    }

    /** Starts it and returns at once. Does nothing if it runs. */
    synchronized ChildProcess launch() {
        var running = process;
        if (running != null && running.isAlive()) {
            return running;
        }
        var started = starter.get();
        process = started;
        return started;
    }

    /** @throws LocalException naming the log if it ends meanwhile, or takes too long */
    void awaitReady() {
        Waiting.until(patience, name + " to be ready; its log is " + log, () -> {
            var running = process;
            if (running == null || !running.isAlive()) {
                throw new LocalException(name + " did not start; its log is " + log);
            }
            return answers.getAsBoolean();
        });
    }

    Path log() {
        return log;
    }

    /** Process number; -1 if it was never started. */
    long pid() {
        var running = process;
        return running == null ? -1 : running.pid();
    }

    /** SIGKILL, as a crash would. */
    synchronized void kill() {
        var running = process;
        if (running != null) {
            running.kill();
        }
    }

    /** Asks it to end by that signal, and insists after a while. */
    synchronized void stop(String signal, Duration atMost) {
        var running = process;
        if (running != null) {
            running.stop(signal, atMost);
        }
    }
}
