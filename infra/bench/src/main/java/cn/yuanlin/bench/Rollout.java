package cn.yuanlin.bench;

import static cn.yuanlin.bench.SideBySide.timed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A roll-out that adds one column to many estates, against a plain loop before and after; then one that is killed half way. */
final class Rollout {
    private static final int AT_ONCE = 4;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final TestBed bed;
    private final Door control;
    private final Scripts plain;
    private final List<BenchEstate> estates;
    private final Figures figures;

    private Rollout(TestBed bed, int count, Scripts plain, PrintStream out) {
        this.bed = bed;
        this.control = bed.tenantAdmin();
        this.plain = plain;
        this.estates = BenchEstate.range(0, count);
        this.figures = new Figures(count, out);
    }

    static void run(TestBed bed, int count, PrintStream out) throws IOException {
        try (var plain = Scripts.open(bed, "c1", AT_ONCE)) {
            new Rollout(bed, count, plain, out).measure();
        }
    }

    /** Prints rows as they come. */
    private record Figures(int count, PrintStream out) {
        void head() {
            out.println("\n### A roll-out adding one column to " + count + " estates\n");
            out.println("| what | seconds | ms an estate | CPU seconds |\n| --- | --- | --- | --- |");
        }

        void row(String what, Duration took, CpuTime cpu) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %s |%n",
                    what,
                    took.toMillis() / 1e3,
                    (double) took.toMillis() / count,
                    cpu.each(1));
        }
    }

    private void measure() throws IOException {
        var cell = bed.cell("c1");
        cell.open(estates);
        new ControlRows(bed).enter("c1", estates, cell.schemaVersion(estates.getFirst()));
        figures.head();
        install(1);
        loop("bench_warm", AT_ONCE);
        var before = row("floor before: plain loop, " + AT_ONCE + " at once", () -> loop("bench_a", AT_ONCE));
        row("floor before: plain loop, 1 at once", () -> loop("bench_b", 1));
        var whole = row(
                "**roll-out: 3 canaries, waves of 10, 100 and the rest, " + AT_ONCE + " at once**",
                () -> awaitDone(begin()));
        row("floor after: plain loop, 1 at once", () -> loop("bench_c", 1));
        var after = row("floor after: plain loop, " + AT_ONCE + " at once", () -> loop("bench_d", AT_ONCE));
        requireEverywhere(1);
        interrupted();
        figures.out()
                .printf(
                        Locale.ROOT,
                        "%nRatio of the roll-out to the loops with as many at once: %.1f to %.1f.%n",
                        (double) whole.toMillis() / before.toMillis(),
                        (double) whole.toMillis() / after.toMillis());
        requireEverywhere(2);
        figures.out()
                .println("After each roll-out every one of the " + estates.size()
                        + " estates has its column, and one change-log row for it.");
    }

    /** A second roll-out, cut off half way by SIGKILL of both that work on it. */
    private void interrupted() throws IOException {
        install(2);
        var platform = bed.platform();
        var id = begin();
        row("second roll-out, until it was killed half way", () -> await(id, seen -> done(seen) >= estates.size() / 2));
        platform.kill("tenant-admin");
        platform.kill("platform-api-c1");
        row("both started again, one after the other, until ready", () -> {
            platform.start("platform-api-c1");
            platform.start("tenant-admin");
        });
        var doneBefore = done(control.get("/rollouts/" + id));
        row("the rest of it, " + (estates.size() - doneBefore) + " estates, from then on", () -> awaitDone(id));
    }

    private Duration row(String what, Runnable work) {
        var before = CpuTime.now(bed.platform());
        var took = timed(work);
        figures.row(what, took, CpuTime.now(bed.platform()).minus(before));
        return took;
    }

    /** Stops the cell, gives it a release with one change set more, and starts it. */
    private void install(int release) throws IOException {
        var service = bed.platform().service("platform-api-c1");
        var folder = bed.platform().folder().resolve("release-" + release);
        var next = NextRelease.of(service.program(), release, Files.createDirectories(folder));
        bed.platform().stop("platform-api-c1");
        service.replaceProgram(next);
        bed.platform().start("platform-api-c1");
    }

    private String begin() {
        var canaries = estates.stream()
                .limit(3)
                .map(BenchEstate::id)
                .map(UUID::toString)
                .toList();
        return control.post("/rollouts", Map.of("canaries", canaries, "parallelism", AT_ONCE))
                .path("id")
                .asString();
    }

    private void awaitDone(String id) {
        await(id, seen -> seen.path("state").asString().equals("DONE"));
    }

    private void await(String id, Predicate<JsonNode> wanted) {
        Await.until(LOOK_EVERY, () -> control.get("/rollouts/" + id), seen -> {
            if (seen.path("state").asString().equals("FAILED")) {
                throw new IllegalStateException("The roll-out failed: " + seen);
            }
            return wanted.test(seen);
        });
    }

    private static int done(JsonNode rollout) {
        return rollout.path("waves")
                .valueStream()
                .mapToInt(wave -> wave.path("done").asInt())
                .sum();
    }

    private void loop(String column, int atOnce) {
        SideBySide.run(
                estates,
                atOnce,
                estate -> plain.run("alter table %s.product add column %s text".formatted(estate.schema(), column)));
    }

    /** @throws IllegalStateException unless every estate has the release's column and exactly one row that says so */
    private void requireEverywhere(int release) {
        var columns = bed.number(
                "cell_c1",
                "select count(*) from information_schema.columns where column_name = '%s'"
                        .formatted(NextRelease.column(release)));
        for (var estate : estates) {
            var rows = bed.number(
                    "cell_c1",
                    "select count(*) from %s.databasechangelog where author = '%s' and id = '%d'"
                            .formatted(estate.schema(), NextRelease.AUTHOR, release));
            if (rows != 1) throw new IllegalStateException(estate.slug() + " has " + rows + " rows for " + release);
        }
        if (columns != estates.size()) throw new IllegalStateException(columns + " estates have the column");
    }
}
