package cn.yuanlin.bench;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The owner roll in estates of several sizes: brought in, changed by workbook, frozen, read as of a day, searched. */
final class OwnerRoll {
    /** Estates of each size: what is done once in an estate's life is done in each of them. */
    private static final int ESTATES = 3;
    /** Times that a tenth of the roll changes hands, each on a day of its own. */
    private static final int CHANGES = 5;

    private static final int DAYS_BETWEEN = 30;
    private static final int READS = 40;
    private static final int FROM = 20_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final RollLane lane;
    private final List<Integer> sizes;
    private final LocalDate today;
    private final Map<String, Map<Integer, Sample>> rows = new LinkedHashMap<>();
    private int next = FROM;

    private OwnerRoll(RollLane lane, List<Integer> sizes, Clock clock) {
        this.lane = lane;
        this.sizes = sizes;
        this.today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    static void run(TestBed bed, WorkbookCopy workbook, List<Integer> sizes, PrintStream out) {
        var clerk = RollClerk.employed(bed);
        var roll = new OwnerRoll(new RollLane(bed, clerk, workbook), sizes, Clock.systemUTC());
        roll.warmUp();
        for (int estate = 0; estate < ESTATES; estate++) for (int size : sizes) roll.measure(size);
        roll.print(out);
    }

    private void warmUp() {
        measure(sizes.getFirst());
        rows.clear();
    }

    private void measure(int size) {
        var estate = BenchEstate.number(next++);
        lane.open(estate);
        var first = new RollSheets(size, 0);
        var workbook = lane.workbook(estate, first);
        timed("check and stage the workbook", size, () -> lane.stage(estate, workbook));
        timed("**first import, version 1 frozen**", size, () -> lane.importFirst(estate));
        lane.activate(estate);
        for (int change = 1; change <= CHANGES; change++) {
            var changed = lane.workbook(estate, new RollSheets(size, change));
            var preview = new String[] {""};
            timed("preview: a tenth of the units sold", size, () -> preview[0] = lane.preview(estate, changed));
            timed("**apply the preview**", size, () -> lane.apply(estate, preview[0]));
            lane.age(estate, DAYS_BETWEEN);
        }
        timed("**freeze a version**", size, () -> lane.freeze(estate));
        timed("export as a workbook", size, () -> lane.export(estate));
        read(estate, size, first);
    }

    private void read(BenchEstate estate, int size, RollSheets sheets) {
        var past = today.minusDays((long) DAYS_BETWEEN * CHANGES / 2);
        var reads = new LinkedHashMap<String, String>();
        var page = "?limit=" + RollLane.PAGE;
        reads.put("first 200 units now", page);
        reads.put("**first 200 units as of a day**", page + "&asOf=" + past);
        reads.put("last units as of a day", page + "&asOf=" + past + lane.lastPage(estate, size));
        reads.put("**search: a door**", "?q=" + RollLane.encoded(sheets.someDoor()));
        reads.put("**search: a phone**", "?q=" + sheets.somePhone());
        reads.put("**search: part of a name**", "?q=" + RollLane.encoded("主" + size / 2));
        reads.put("search: part of a name, as of a day", "?asOf=" + past + "&q=" + RollLane.encoded("主" + size / 2));
        reads.put("figures by building", "/figures");
        for (int turn = 0; turn < READS; turn++)
            reads.forEach((what, query) -> timed(what, size, () -> lane.read(estate, query)));
    }

    private void timed(String what, int size, Runnable work) {
        rows.computeIfAbsent(what, name -> new TreeMap<>())
                .computeIfAbsent(size, units -> new Sample())
                .add(SideBySide.timed(work));
    }

    private void print(PrintStream out) {
        int least = sizes.getFirst();
        int most = sizes.getLast();
        out.println("\n### The owner roll at " + sizes + " units, " + ESTATES + " estates of each, a tenth sold "
                + CHANGES + " times\n");
        out.println("| median / p95, ms |"
                + sizes.stream().map(size -> " " + size + " units |").collect(Collectors.joining())
                + " growth, medians |\n| --- |" + " --- |".repeat(sizes.size() + 1));
        rows.forEach((what, bySize) -> out.println("| " + what + " | "
                + bySize.values().stream().map(Sample::medianAndP95).collect(Collectors.joining(" | "))
                + String.format(
                        Locale.ROOT,
                        " | %.1f |",
                        sample(bySize, most).median() / sample(bySize, least).median())));
        out.printf(
                Locale.ROOT,
                "%nFrom %d to %d units the roll grows %.0f times; reads were taken %d times in each estate, one at a time.%n",
                least,
                most,
                most / (double) least,
                READS);
    }

    private static Sample sample(Map<Integer, Sample> bySize, int size) {
        var sample = bySize.get(size);
        if (sample == null) throw new IllegalStateException("nothing was measured at " + size);
        return sample;
    }
}
