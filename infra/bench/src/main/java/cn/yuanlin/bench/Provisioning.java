package cn.yuanlin.bench;

import cn.yuanlin.bench.CellDoor.BenchEstate;
import cn.yuanlin.local.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** An estate's schema made by the cell, against the same DDL sent as one plain script; in turn, a few at once. */
final class Provisioning {
    private static final int BATCH = 20;
    private static final int OFFSET = 50_000;

    private Provisioning() {}

    static void run(Platform platform, Path root, int count, int atOnce, PrintStream out) {
        var door = new CellDoor(platform, "c1");
        var script = PlainScript.ofEstateChangelog(root);
        // The first schema of a process also makes the script.
        var first = BenchEstate.number(OFFSET - 1);
        door.register(first);
        door.makeSchema(first);
        var cell = new Sample();
        var plain = new Sample();
        var cellNanos = 0L;
        var plainNanos = 0L;
        for (var begin = 0; begin < count; begin += BATCH) {
            var estates = batch(OFFSET + begin, Math.min(BATCH, count - begin));
            estates.forEach(door::register);
            cellNanos += SideBySide.run(estates, atOnce, estate -> timed(cell, () -> door.makeSchema(estate)))
                    .together()
                    .toNanos();
            plainNanos += SideBySide.run(
                            estates, atOnce, estate -> timed(plain, () -> plainly(platform, script, estate)))
                    .together()
                    .toNanos();
        }
        out.println("\n### Making an estate's schema, " + atOnce
                + " at once, in turn with the same DDL as a plain script\n");
        out.println(Sample.head());
        out.println(cell.row("cell: role, schema, tables, grants, registry"));
        out.println(plain.row("floor: plain script in one transaction"));
        out.printf(
                "%nRatio to the floor: median %.2f, p95 %.2f, all together %.2f%n",
                cell.median() / plain.median(),
                cell.millis(0.95) / plain.millis(0.95),
                (double) cellNanos / plainNanos);
    }

    private static List<BenchEstate> batch(int from, int size) {
        return IntStream.range(from, from + size).mapToObj(BenchEstate::number).toList();
    }

    private static void timed(Sample sample, Runnable work) {
        var begun = System.nanoTime();
        work.run();
        sample.add(java.time.Duration.ofNanos(System.nanoTime() - begun));
    }

    private static void plainly(Platform platform, String script, BenchEstate estate) {
        var schema = "plain_" + estate.slug().replace('-', '_');
        try (var connection = platform.postgres().connect("cell_c1");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema " + schema + "; set local search_path = " + schema + "; " + script);
            connection.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
