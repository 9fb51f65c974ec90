package cn.yuanlin.bench;

import cn.yuanlin.local.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CPU seconds by part of the platform, {@code bench} itself among them. They say what work cost where wall times say how
 * long somebody waited, and a busy neighbour stretches them less.
 */
record CpuTime(Map<String, Double> seconds) {
    static final CpuTime NONE = new CpuTime(Map.of());
    private static final double TICKS = 100;
    private static final int AFTER_NAME_USER = 11;
    private static final int COUNTERS = 4;

    /** What every part has used since it started. */
    static CpuTime now(Platform platform) {
        var all = new TreeMap<String, Double>();
        platform.processes().forEach((part, pid) -> all.put(part, ofTree(pid)));
        all.put("bench", ofOne(ProcessHandle.current().pid()));
        return new CpuTime(all);
    }

    /** What one process, and all it ever started, has used; 0 if it is gone. */
    static double ofTree(long pid) {
        var root = ProcessHandle.of(pid);
        if (root.isEmpty()) return 0;
        return Stream.concat(root.stream(), root.get().descendants())
                .mapToDouble(process -> ofOne(process.pid()))
                .sum();
    }

    private static double ofOne(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException ended) {
            return 0;
        }
    }

    /** @param stat a line as in proc(5): user and system time of the process and of its children that ended, in ticks */
    static double parse(String stat) {
        // The name, in brackets, may hold spaces.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (var field = 0; field < COUNTERS; field++) ticks += Long.parseLong(fields[AFTER_NAME_USER + field]);
        return ticks / TICKS;
    }

    CpuTime plus(CpuTime other) {
        var sum = new TreeMap<>(seconds);
        other.seconds.forEach((part, used) -> sum.merge(part, used, Double::sum));
        return new CpuTime(sum);
    }

    CpuTime minus(CpuTime earlier) {
        var rest = new TreeMap<String, Double>();
        seconds.forEach((part, used) -> rest.put(part, used - earlier.of(part)));
        return new CpuTime(rest);
    }

    double of(String part) {
        return seconds.getOrDefault(part, 0.0);
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** {@code 1.23 (postgres 0.80, tenant-admin 0.43)}, for each of {@code count}; the largest first, what is next to nothing left out. */
    String each(int count) {
        var parts = seconds.entrySet().stream()
                .filter(part -> part.getValue() / count >= 0.005)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue() / count))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.2f (%s)", total() / count, parts);
    }
}
