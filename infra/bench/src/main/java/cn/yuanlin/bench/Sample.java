package cn.yuanlin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Durations of one kind of work, and what is said of them: percentiles by nearest rank, never an average. */
final class Sample {
    private final List<Long> nanos = new ArrayList<>();

    synchronized void add(Duration duration) {
        nanos.add(duration.toNanos());
    }

    synchronized int size() {
        return nanos.size();
    }

    /** @param share from 0 (the least) to 1 (the largest), e.g. 0.95 */
    synchronized double millis(double share) {
        if (nanos.isEmpty()) throw new IllegalStateException("nothing was measured");
        var sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1)) / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    /** Largest less least, ms: what the same thing differs by from one time to the next. */
    double spread() {
        return millis(1) - millis(0);
    }

    synchronized double totalSeconds() {
        return nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
    }

    String medianAndP95() {
        return String.format(Locale.ROOT, "%.0f / %.0f", median(), millis(0.95));
    }

    /** A row of a table with the columns of {@link #head}. */
    String row(String name) {
        return String.format(
                Locale.ROOT, "| %s | %d | %.0f | %.0f | %.0f |", name, size(), median(), millis(0), millis(1));
    }

    static String head() {
        return "| what | n | median ms | least ms | most ms |\n| --- | --- | --- | --- | --- |";
    }
}
