package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One long-running program, in a session of its own so that Ctrl-C at the terminal reaches the launcher alone, which
 * then stops everything in order. What it says goes to a log file.
 */
final class ChildProcess {
    /** Variables a child may see of ours; all else is said explicitly, so that it behaves alike everywhere. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "USER");

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(List<String> command, Map<String, String> environment, Path log) {
        var line = new ArrayList<String>();
        line.add("setsid");
        line.addAll(command);
        try {
            var folder = Objects.requireNonNull(log.toAbsolutePath().getParent());
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .directory(folder.toFile());
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().put("LANG", "C.UTF-8");
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks politely with the signal, and insists after the patience is over. Returns when it is gone. */
    void stop(String signal, Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        Commands.succeeds("sh", "-c", "kill -" + signal + " " + process.pid());
        if (!gone(patience)) {
            kill();
        }
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        if (!gone(Duration.ofSeconds(20))) {
            throw new LocalException("Process " + process.pid() + " can't be killed; its log is " + log);
        }
    }

    private boolean gone(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
