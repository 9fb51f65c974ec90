package cn.yuanlin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One file per running part, with its process number and start time. Whoever finds such a file later can tell the
 * same process from another that got its number.
 */
final class ProcessFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Position of the start time, in clock ticks since boot, counted after the program's name in parentheses. */
    private static final int START_FIELD = 19;

    private final Path folder;

    ProcessFiles(Path folder) {
        this.folder = Folders.makePrivate(folder);
    }

    void write(String name, long pid) {
        try {
            Files.writeString(folder.resolve(name), pid + " " + startTime(pid).orElse("0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what an earlier launcher left running when it was killed. @return their names, PostgreSQL last */
    List<String> stopLeftovers() {
        var stopped = new ArrayList<String>();
        for (var file : files()) {
            var name = file.getFileName().toString();
            var written = read(file).split(" ", 2);
            if (written.length == 2 && isSame(written)) {
                stop(Long.parseLong(written[0]), name.equals("postgres") ? "INT" : "TERM");
                stopped.add(name);
            }
            delete(name);
        }
        return stopped;
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(
                            (Path file) -> rank(file.getFileName().toString())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rank(String name) {
        return switch (name) {
            case "gateway" -> 0;
            case "keycloak" -> 2;
            case "postgres" -> 3;
            default -> 1;
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(String[] written) {
        return startTime(Long.parseLong(written[0])).equals(Optional.of(written[1]));
    }

    private static void stop(long pid, String signal) {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        Commands.succeeds("sh", "-c", "kill -" + signal + " " + pid);
        try {
            Waiting.until(PATIENCE, "process " + pid, () -> !process.get().isAlive());
        } catch (LocalException e) {
            process.get().destroyForcibly();
        }
    }

    private static Optional<String> startTime(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[START_FIELD]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
