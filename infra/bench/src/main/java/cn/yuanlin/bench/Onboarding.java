package cn.yuanlin.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Whole onboardings over the public API on the running platform, some at a time. After each one the same lane makes one
 * more schema by a plain script, so that the floor is measured between other people's onboardings as the schema step is.
 */
final class Onboarding {
    private static final List<Integer> WIDTHS = List.of(1, 2, 4);
    /** Of one width, before another width has its turn: a drift of the machine meets all of them. */
    private static final int BLOCK = 20;

    private static final int WARM_UP = 6;
    /** As an office has them; shops are kept by community. */
    private static final int ESTATES_OF_A_COMMUNITY = 5;

    private static final int FLOOR_FROM = 100_000;

    private final TestBed bed;
    private final OnboardingLane lane;
    private final EstateScript script;
    private final Scripts plain;
    private final List<String> communities;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, CpuTime> cpu = new TreeMap<>();

    private Onboarding(TestBed bed, Path root, WorkbookCopy workbook, int estates, Scripts plain) {
        this.bed = bed;
        this.lane = new OnboardingLane(bed.gateway(), bed.estates(), workbook, Clock.systemUTC());
        this.script = EstateScript.of(root);
        this.plain = plain;
        this.communities = Communities.found(bed.gateway(), 1 + estates / ESTATES_OF_A_COMMUNITY);
    }

    static void run(TestBed bed, Path root, WorkbookCopy workbook, int count, PrintStream out) {
        try (var plain = Scripts.open(bed, "c1", WIDTHS.getLast())) {
            var estates = count * WIDTHS.size() + 2 * WARM_UP;
            new Onboarding(bed, root, workbook, estates, plain).measure(count, out);
        }
    }

    private void measure(int count, PrintStream out) {
        block(2, WARM_UP, new Grid());
        var grid = new Grid();
        var turn = Math.min(BLOCK, count);
        for (var done = 0; done < count; done += turn) {
            for (var width : WIDTHS) {
                var before = CpuTime.now(bed.platform());
                block(width, turn, grid);
                cpu.merge(width, CpuTime.now(bed.platform()).minus(before), CpuTime::plus);
            }
        }
        out.println("\n### " + count + " onboardings at each width, in turns of " + turn + "; workbook "
                + lane.workbook().name() + "\n");
        out.println(grid.table());
        out.println("\nRatio of medians, step SCHEMA to the floor: "
                + grid.ratios(OnboardingLane.step("SCHEMA"), OnboardingLane.FLOOR) + ".");
        out.println();
        cpu.forEach((width, used) -> out.printf(
                Locale.ROOT,
                "%d at once: %.0f estates a minute; CPU seconds an estate, floor included, %s.%n",
                width,
                60.0 * width * count / grid.of(OnboardingLane.WHOLE, width).totalSeconds(),
                used.each(count)));
    }

    private void block(int atOnce, int size, Grid grid) {
        var numbers = IntStream.range(0, size)
                .map(estate -> next.getAndIncrement())
                .boxed()
                .toList();
        SideBySide.run(numbers, atOnce, number -> {
            lane.onboard(number, communities.get(number / ESTATES_OF_A_COMMUNITY), grid, atOnce);
            var schema = BenchEstate.number(FLOOR_FROM + number).schema();
            grid.add(OnboardingLane.FLOOR, atOnce, SideBySide.timed(() -> plain.run(script.whole("c1", schema))));
        });
    }
}
