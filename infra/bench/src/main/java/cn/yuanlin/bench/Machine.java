package cn.yuanlin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What figures were taken on. */
final class Machine {
    private static final double KIB_OF_A_GIB = 1024.0 * 1024;

    private Machine() {}

    /** One line: when, on what, and how busy it was with other things before. */
    static String line(Path root, Clock clock) throws IOException {
        return String.format(
                Locale.ROOT,
                "%s; commit %s; %s, %d cores, %.0f GiB, Linux %s; JDK %s; load before: %s",
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                commit(root),
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / KIB_OF_A_GIB,
                kernel(System.getProperty("os.version")),
                Runtime.version(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** Version and release: what a vendor adds says nothing about speed. */
    private static String kernel(String whole) {
        return whole.replaceAll("^(\\d+\\.\\d+).*", "$1");
    }

    private static String value(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown 0");
        }
    }

    private static String commit(Path root) throws IOException {
        var git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
                .redirectErrorStream(true)
                .start();
        var said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        return said.matches("[0-9a-z.-]+") ? said : "unknown";
    }
}
