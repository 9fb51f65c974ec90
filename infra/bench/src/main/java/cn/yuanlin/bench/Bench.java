package cn.yuanlin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** {@code bench [names] [--quick] [--write]}: measures what is named, or all of it, each on a platform of its own. */
public final class Bench {
    static final List<String> ALL = List.of("startup", "provisioning", "onboarding", "rollout", "roll");
    /** Away from the ports of {@code ./run}, which may be running. */
    private static final int BASE_PORT = 19_080;

    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final Path root;
    private final boolean quick;

    private Bench(Path root, boolean quick) {
        this.root = root;
        this.quick = quick;
    }

    /** @param args names of benchmarks; {@code --quick} for a tenth of everything, to see that it runs; {@code --write} to
     *     put the figures into docs/benchmarks.md */
    public static void main(String[] args) throws IOException {
        LIQUIBASE.setLevel(Level.WARNING);
        var options = Arrays.asList(args);
        var named = options.stream().filter(option -> !option.startsWith("--")).toList();
        var quick = options.contains("--quick");
        var write = options.contains("--write");
        if (!ALL.containsAll(named) || quick && write || options.stream().anyMatch(Bench::unknown)) {
            System.err.println("bench " + ALL + " [--quick | --write]");
            System.exit(2);
        }
        var root = Path.of(System.getProperty("yuanlin.root", "."))
                .toAbsolutePath()
                .normalize();
        System.setProperty("yuanlin.root", root.toString());
        var bench = new Bench(root, quick);
        for (var name : named.isEmpty() ? ALL : named) {
            System.err.println("Measuring " + name);
            var figures = bench.measure(name);
            System.out.println(figures);
            if (write) new Page(root.resolve("docs/benchmarks.md")).put(name, figures);
        }
        // A platform's hook stands ready for Ctrl-C, and helpers' threads may.
        System.exit(0);
    }

    private static boolean unknown(String option) {
        return option.startsWith("--") && !List.of("--quick", "--write").contains(option);
    }

    private String measure(String name) throws IOException {
        var text = new ByteArrayOutputStream();
        var out = new PrintStream(text, true, StandardCharsets.UTF_8);
        var machine = Machine.line(root, Clock.systemUTC());
        var begun = System.nanoTime();
        try (var bed = TestBed.start(root, BASE_PORT, name.equals("startup") ? 2 : 1)) {
            measure(name, bed, out);
        }
        out.printf(
                "%n%s; took %d s%s.%n", machine, seconds(begun), quick ? "; QUICK, for nothing but to see it run" : "");
        return text.toString(StandardCharsets.UTF_8);
    }

    private void measure(String name, TestBed bed, PrintStream out) throws IOException {
        switch (name) {
            case "startup" -> StartUp.run(bed, size(500), quick ? 1 : 6, out);
            case "provisioning" -> Provisioning.run(bed, root, size(100), out);
            case "onboarding" ->
                Onboarding.run(bed, root, WorkbookCopy.of(root, "disai-yuanyuan.xlsx", "迪赛缘园"), size(100), out);
            case "roll" -> {
                var sizes = Stream.of(500, 1_000, 2_000, 5_000).map(this::size).toList();
                OwnerRoll.run(bed, WorkbookCopy.of(root, "qinghe-li.xlsx", "青禾里"), sizes, out);
            }
            case "rollout" -> Rollout.run(bed, size(500), out);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private int size(int full) {
        return quick ? full / 10 : full;
    }

    private static long seconds(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos).toSeconds();
    }
}
