package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The processes of a PostgreSQL cluster, known by their working directory, which is its data directory. When their
 * server is killed, those that wait for something notice and end; one that computes goes on, and as long as it holds
 * the shared memory PostgreSQL refuses to start.
 */
record Backends(Path data) {
    private static final Duration BY_THEMSELVES = Duration.ofSeconds(2);
    private static final Duration KILLED = Duration.ofSeconds(20);

    /**
     * Returns when no process of a server that is gone is left. Leaves them alone while their server runs: PostgreSQL
     * then refuses to start, and rightly.
     *
     * @param log where it is said that some had to be ended
     */
    void awaitGone(Path log) {
        if (serverRuns() || gone()) {
            return;
        }
        try {
            Waiting.until(BY_THEMSELVES, "backends of the server before", this::gone);
        } catch (LocalException busy) {
            // The handle knows the start time: another process that got the number meanwhile is spared.
            var late = running();
            late.forEach(ProcessHandle::destroyForcibly);
            say(
                    log,
                    "launcher: ended " + late.size() + " backends that outlived their killed server: "
                            + late.stream().map(ProcessHandle::pid).toList());
            Waiting.until(KILLED, "backends of the server before to end", this::gone);
        }
    }

    /** The server itself among them. */
    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean gone() {
        return running().isEmpty();
    }

    /** A file without a number was left by one killed while it wrote it, or by a full disk. */
    private boolean serverRuns() {
        try {
            var file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return false;
            }
            return Files.readString(file)
                    .lines()
                    .limit(1)
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .mapToLong(Long::parseLong)
                    .anyMatch(server ->
                            ProcessHandle.of(server).filter(this::isOurs).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zombie has no working directory any more, and no shared memory either. */
    private boolean isOurs(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readSymbolicLink(proc.resolve("exe")).endsWith("postgres")
                    && Files.isSameFile(Files.readSymbolicLink(proc.resolve("cwd")), data);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static void say(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
