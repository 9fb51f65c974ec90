package cn.yuanlin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes hold, each shared page counted once (proportional set size). */
final class Memory {
    private static final long KIB = 1024;

    private Memory() {}

    /** Bytes held by this process and everything it started. */
    static long ofThisAndDescendants() {
        var self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants())
                .mapToLong(process -> of(process.pid()))
                .sum();
    }

    private static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException e) {
            // It ended meanwhile.
            return 0;
        }
    }
}
