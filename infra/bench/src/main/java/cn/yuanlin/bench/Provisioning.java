package cn.yuanlin.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An estate's role, schema and tables made by the cell, against the same statements sent as one plain script; in turn. */
final class Provisioning {
    private static final List<Integer> WIDTHS = List.of(1, 2, 4);
    /** Of one width, before another width has its turn: a drift of the machine meets all of them. */
    private static final int BLOCK = 20;

    private static final int WARM_UP = 5;
    private static final String CELL = "cell: PUT /schema";
    private static final String FLOOR = "floor: the same as one plain script";
    private static final String TABLES = "of it without role and grants";

    private final TestBed bed;
    private final CellDoor door;
    private final EstateScript script;
    private final Scripts plain;
    private final Grid grid = new Grid();
    private final Map<String, CpuTime> cpu = new TreeMap<>();
    private int next;

    private Provisioning(TestBed bed, EstateScript script, Scripts plain) {
        this.bed = bed;
        this.door = bed.cell("c1");
        this.script = script;
        this.plain = plain;
    }

    static void run(TestBed bed, Path root, int count, PrintStream out) {
        try (var plain = Scripts.open(bed, "c1", WIDTHS.getLast())) {
            new Provisioning(bed, EstateScript.of(root), plain).measure(count, out);
        }
    }

    private void measure(int count, PrintStream out) {
        // The first schema of a process also makes the script, and its first requests are slow.
        door.open(take(WARM_UP));
        take(WARM_UP).forEach(estate -> plain.run(script.whole("c1", estate.schema())));
        compareWhatIsMade();
        var turn = Math.min(BLOCK, count);
        for (var done = 0; done < count; done += turn) {
            for (var width : WIDTHS) block(width, turn);
        }
        out.println("\n### An estate's schema: " + count + " made by the cell and as many by each script, in turns of "
                + turn + "\n");
        out.println(grid.table());
        out.println("\nRatio of medians to the floor: " + grid.ratios(CELL, FLOOR) + ".");
        out.println();
        cpu.forEach((what, used) ->
                out.println("CPU seconds each, " + what + ": " + used.each(count * WIDTHS.size()) + "."));
    }

    private void block(int atOnce, int size) {
        var made = take(size);
        made.forEach(door::register);
        turn(CELL, atOnce, made, door::makeSchema);
        turn(FLOOR, atOnce, take(size), estate -> plain.run(script.whole("c1", estate.schema())));
        turn(TABLES, atOnce, take(size), estate -> plain.run(script.withoutRole(estate.schema())));
    }

    private void turn(String what, int atOnce, List<BenchEstate> estates, Consumer<BenchEstate> work) {
        var before = CpuTime.now(bed.platform());
        SideBySide.run(estates, atOnce, estate -> grid.add(what, atOnce, timed(estate, work)));
        cpu.merge(what, CpuTime.now(bed.platform()).minus(before), CpuTime::plus);
    }

    private static Duration timed(BenchEstate estate, Consumer<BenchEstate> work) {
        return SideBySide.timed(() -> work.accept(estate));
    }

    private List<BenchEstate> take(int count) {
        next += count;
        return BenchEstate.range(next - count, count);
    }

    /** A floor that makes less than the cell would be no floor. */
    private void compareWhatIsMade() {
        var cell = relations(BenchEstate.number(0));
        var floor = relations(BenchEstate.number(WARM_UP));
        if (cell == 0 || cell != floor) {
            throw new IllegalStateException("The cell made " + cell + " relations, the plain script " + floor);
        }
    }

    private long relations(BenchEstate estate) {
        return bed.number(
                "cell_c1",
                "select count(*) from pg_class where relnamespace = '%s'::regnamespace".formatted(estate.schema()));
    }
}
