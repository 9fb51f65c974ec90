package cn.yuanlin.bench;

import cn.yuanlin.bench.CellDoor.BenchEstate;
import cn.yuanlin.local.Platform;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Does a service with many estates start, and answer first, as fast as one with few? Two cells, restarted in turn. */
final class StartUp {
    private static final int FEW = 3;
    private static final int AT_ONCE = 4;

    private StartUp() {}

    /** What restarting one cell cost. */
    private record Cell(String code, CellDoor door, BenchEstate estate, Sample ready, Sample firstAnswer) {}

    static void run(Platform platform, int many, int rounds, PrintStream out) {
        var few = prepare(platform, "c1", 0, FEW);
        var lots = prepare(platform, "c2", 10_000, many);
        for (var round = 0; round < rounds; round++) {
            for (var cell : List.of(few, lots)) restart(platform, cell);
        }
        out.println("\n### Start-up with " + FEW + " and with " + many + " estates, restarted in turn\n");
        out.println(Sample.head());
        out.println(few.ready().row("ready, " + FEW + " estates"));
        out.println(lots.ready().row("ready, " + many + " estates"));
        out.println(few.firstAnswer().row("first answer, " + FEW + " estates"));
        out.println(lots.firstAnswer().row("first answer, " + many + " estates"));
        out.printf(
                "%nRatio of medians, many to few: ready %.2f, first answer %.2f%n",
                lots.ready().median() / few.ready().median(),
                lots.firstAnswer().median() / few.firstAnswer().median());
    }

    private static Cell prepare(Platform platform, String code, int offset, int count) {
        var door = new CellDoor(platform, code);
        var estates = IntStream.range(0, count)
                .mapToObj(number -> BenchEstate.number(offset + number))
                .toList();
        SideBySide.run(estates, AT_ONCE, estate -> {
            door.register(estate);
            door.makeSchema(estate);
            door.activate(estate);
        });
        return new Cell(code, door, estates.getLast(), new Sample(), new Sample());
    }

    private static void restart(Platform platform, Cell cell) {
        var part = "platform-api-" + cell.code();
        platform.stop(part);
        var begun = System.nanoTime();
        platform.start(part);
        var ready = System.nanoTime();
        cell.door().look(cell.estate());
        cell.ready().add(Duration.ofNanos(ready - begun));
        cell.firstAnswer().add(Duration.ofNanos(System.nanoTime() - ready));
    }
}
