package cn.yuanlin.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Does each service start, and answer first, as fast with many estates as with few? Restarted in turn, few and many. */
final class StartUp {
    private static final int FEW = 3;
    private static final int MANY_FROM = 10_000;
    /** Long enough for what a service still does after a start: it compiles, and reads its change sets when first asked. */
    private static final Duration SETTLE = Duration.ofSeconds(40);

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final TestBed bed;
    private final Door control;
    private final int many;
    private final int rounds;
    private final Map<String, Pair> measured = new LinkedHashMap<>();
    private CpuTime idle = CpuTime.NONE;

    /** What is seen of a service with few estates, and with many. */
    private record Pair(Seen few, Seen lots) {}

    private record Seen(Sample ready, Sample firstAnswer, Sample cpu) {
        static Seen nothing() {
            return new Seen(new Sample(), new Sample(), new Sample());
        }
    }

    private StartUp(TestBed bed, int many, int rounds) {
        this.bed = bed;
        this.control = bed.tenantAdmin();
        this.many = many;
        this.rounds = rounds;
    }

    /** @param rounds restarts that count, of each service with each number of estates; one more goes before them */
    static void run(TestBed bed, int many, int rounds, PrintStream out) {
        var start = new StartUp(bed, many, rounds);
        start.measure();
        start.print(out);
    }

    private void measure() {
        var few = BenchEstate.range(0, FEW);
        var lots = BenchEstate.range(MANY_FROM, many);
        var one = bed.cell("c1");
        var two = bed.cell("c2");
        one.open(few);
        two.open(lots);
        inTurn(
                "platform-api",
                () -> restart("platform-api-c1", () -> one.readProducts(few.getLast())),
                () -> restart("platform-api-c2", () -> two.readProducts(lots.getLast())));
        rest();

        var rows = new ControlRows(bed);
        var version = one.schemaVersion(few.getFirst());
        rows.enter("c1", few, version);
        var others = lots.subList(FEW, many);
        for (var service : List.of("tenant-admin", "gateway")) {
            Runnable first = service.equals("gateway") ? () -> open(few.getFirst()) : this::listEstates;
            inTurn(service, () -> restart(service, first), () -> {
                rows.enter("c2", others, version);
                try {
                    return restart(service, first);
                } finally {
                    rows.remove(others);
                }
            });
        }
    }

    private interface Restart {
        Once now();
    }

    private record Once(Duration ready, Duration firstAnswer, Duration cpu) {}

    private void inTurn(String service, Restart few, Restart lots) {
        var pair = new Pair(Seen.nothing(), Seen.nothing());
        for (var round = 0; round <= rounds; round++) {
            // Neither always comes first: the machine may get warmer, or its disk fuller.
            var fewFirst = round % 2 == 0;
            var first = (fewFirst ? few : lots).now();
            var second = (fewFirst ? lots : few).now();
            if (round == 0) continue;
            keep(pair.few(), fewFirst ? first : second);
            keep(pair.lots(), fewFirst ? second : first);
        }
        measured.put(service, pair);
    }

    private static void keep(Seen seen, Once once) {
        seen.ready().add(once.ready());
        seen.firstAnswer().add(once.firstAnswer());
        seen.cpu().add(once.cpu());
    }

    private Once restart(String part, Runnable firstRequest) {
        var platform = bed.platform();
        control.signInNow();
        platform.stop(part);
        var ready = SideBySide.timed(() -> platform.start(part));
        var answer = SideBySide.timed(firstRequest);
        var pid = platform.processes().get(part);
        if (pid == null) throw new IllegalStateException(part + " does not run");
        return new Once(ready, answer, Duration.ofMillis(Math.round(CpuTime.ofTree(pid) * 1e3)));
    }

    /** Lets both cells be, and keeps what that cost. */
    private void rest() {
        LockSupport.parkNanos(SETTLE.toNanos());
        var before = CpuTime.now(bed.platform());
        LockSupport.parkNanos(IDLE.toNanos());
        idle = CpuTime.now(bed.platform()).minus(before);
    }

    private void listEstates() {
        control.get("/estates?limit=50");
    }

    private void open(BenchEstate estate) {
        var status = bed.estates().look(estate.slug() + "/products");
        if (status != 200) throw new IllegalStateException("The gateway answered " + status);
    }

    private void print(PrintStream out) {
        out.println("\n### Start-up with " + FEW + " and with " + many + " estates, " + rounds
                + " restarts of each in turn\n");
        out.println(Sample.head());
        measured.forEach((service, pair) -> {
            row(out, service + " ready", pair.few().ready(), pair.lots().ready());
            row(
                    out,
                    service + " first answer",
                    pair.few().firstAnswer(),
                    pair.lots().firstAnswer());
            row(out, service + " CPU until then", pair.few().cpu(), pair.lots().cpu());
        });
        out.println();
        measured.forEach((service, pair) -> {
            difference(out, service + " ready", pair.few().ready(), pair.lots().ready());
            difference(
                    out,
                    service + " first answer",
                    pair.few().firstAnswer(),
                    pair.lots().firstAnswer());
            difference(out, service + " CPU", pair.few().cpu(), pair.lots().cpu());
        });
        out.printf(
                Locale.ROOT,
                "- doing nothing for %d s: %.2f CPU seconds with %d estates, %.2f with %d%n",
                IDLE.toSeconds(),
                idle.of("platform-api-c1"),
                FEW,
                idle.of("platform-api-c2"),
                many);
    }

    private void row(PrintStream out, String what, Sample few, Sample lots) {
        out.println(few.row(what + ", " + FEW));
        out.println(lots.row(what + ", " + many));
    }

    /** Noise is what restarts with the same few estates differ by among themselves. */
    private void difference(PrintStream out, String what, Sample few, Sample lots) {
        out.printf(
                Locale.ROOT,
                "- %s: with %d estates %+.0f ms in the median; restarts with %d differ by up to %.0f ms, with %d by %.0f%n",
                what,
                many,
                lots.median() - few.median(),
                FEW,
                few.spread(),
                many,
                lots.spread());
    }
}
