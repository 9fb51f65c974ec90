package cn.yuanlin.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Durations by what was done and by how many were done at once; a table of median and p95 in whole milliseconds. */
final class Grid {
    private final Map<String, Map<Integer, Sample>> rows = new LinkedHashMap<>();

    synchronized void add(String what, int atOnce, Duration duration) {
        rows.computeIfAbsent(what, name -> new TreeMap<>())
                .computeIfAbsent(atOnce, width -> new Sample())
                .add(duration);
    }

    synchronized Sample of(String what, int atOnce) {
        var sample = rows.getOrDefault(what, Map.of()).get(atOnce);
        if (sample == null) throw new IllegalStateException("nothing was measured of: " + what);
        return sample;
    }

    /** The table, its rows in the order in which they were first added. */
    synchronized String table() {
        var widths = rows.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        var table = new StringBuilder("| median / p95, ms |");
        widths.forEach(width -> table.append(" %d at once |".formatted(width)));
        table.append("\n| --- |").append(" --- |".repeat(widths.size()));
        rows.forEach((what, row) -> table.append("\n| ")
                .append(what)
                .append(" | ")
                .append(widths.stream()
                        .map(width -> row.containsKey(width) ? row.get(width).medianAndP95() : "")
                        .collect(Collectors.joining(" | ")))
                .append(" |"));
        return table.toString();
    }

    /** A line of ratios of two rows, by width. */
    synchronized String ratios(String what, String toWhat) {
        return rows.getOrDefault(what, Map.of()).keySet().stream()
                .map(width -> String.format(
                        Locale.ROOT,
                        "%d at once %.2f (p95 %.2f)",
                        width,
                        of(what, width).median() / of(toWhat, width).median(),
                        of(what, width).millis(0.95) / of(toWhat, width).millis(0.95)))
                .collect(Collectors.joining(", "));
    }
}
