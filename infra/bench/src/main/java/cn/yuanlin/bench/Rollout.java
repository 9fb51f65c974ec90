package cn.yuanlin.bench;

import cn.yuanlin.bench.CellDoor.BenchEstate;
import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A roll-out that adds one column to many estates, against a plain loop; then one that is killed half way. */
final class Rollout {
    private static final int OFFSET = 100_000;
    private static final int AT_ONCE = 4;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Platform platform;
    private final AdminDoor admin;
    private final CellDoor cell;
    private final List<BenchEstate> estates;

    private Rollout(Platform platform, int count) {
        this.platform = platform;
        this.admin = new AdminDoor(platform);
        this.cell = new CellDoor(platform, "c1");
        this.estates = IntStream.range(OFFSET, OFFSET + count)
                .mapToObj(BenchEstate::number)
                .toList();
    }

    static void run(int count, PrintStream out) throws IOException {
        try (var platform = Platform.start(Settings.forTests(Files.createTempDirectory("yuanlin-rollout"), 1))) {
            platform.keycloak().admin().allowPasswordTokens();
            new Rollout(platform, count).measure(out);
        }
    }

    private void measure(PrintStream out) throws IOException {
        prepare();
        install(1);
        var whole = timed(() -> awaitState(begin(), "DONE"::equals));
        var loop = timed(() -> plainLoop("bench_plain"));
        install(2);
        var id = begin();
        await(id, rollout -> done(rollout) >= estates.size() / 2);
        var doneBefore = done(admin.get("/rollouts/" + id));
        platform.kill("tenant-admin");
        platform.kill("platform-api-c1");
        var rest = timed(() -> {
            platform.start("platform-api-c1");
            platform.start("tenant-admin");
            awaitState(id, "DONE"::equals);
        });
        var exact = estatesWithExactly("bench_2");

        out.println("\n### A roll-out adding one column to " + estates.size() + " estates, " + AT_ONCE + " at once\n");
        out.printf("| what | seconds | ms an estate |%n| --- | --- | --- |%n");
        row(out, "roll-out: 3 canaries, waves of 10 and 100, rest", whole, estates.size());
        row(out, "floor: plain SQL loop, " + AT_ONCE + " at once", loop, estates.size());
        out.printf("%nRatio to the floor: %.1f%n", (double) whole.toMillis() / loop.toMillis());
        out.printf(
                "%nKilled (tenant-admin and platform-api, SIGKILL) with %d of %d done: finished %.1f s after both were "
                        + "started again; %d estates have the column, each with one change-log row.%n",
                doneBefore, estates.size(), rest.toMillis() / 1e3, exact);
    }

    private static void row(PrintStream out, String name, Duration time, int count) {
        out.printf("| %s | %.1f | %.0f |%n", name, time.toMillis() / 1e3, (double) time.toMillis() / count);
    }

    /** Estates as onboarding leaves them, without their contents. */
    private void prepare() {
        var street = admin.post("/offices", Map.of("kind", "STREET", "name", "测试街道", "city", "NINGBO"));
        var community = admin.post(
                "/offices",
                Map.of(
                        "kind",
                        "COMMUNITY",
                        "name",
                        "测试社区",
                        "city",
                        "NINGBO",
                        "parentId",
                        street.path("id").asString()));
        SideBySide.run(estates, AT_ONCE, estate -> {
            cell.register(estate);
            cell.makeSchema(estate);
            cell.activate(estate);
        });
        var version = cell.schemaVersion(estates.getFirst());
        for (var estate : estates) enter(estate, community.path("id").asString(), version);
        sql("control", "update control.cell set estates = " + estates.size() + " where code = 'c1'");
    }

    private void enter(BenchEstate estate, String community, int version) {
        sql("control", """
                insert into control.estate (id, slug, name, community_id, source, created_at)
                values ('%1$s', '%2$s', '%2$s', '%3$s', 'CLERK', now());
                update control.estate set state = 'VERIFIED', verified_at = now() where id = '%1$s';
                update control.estate set state = 'PROVISIONING', cell = 'c1', schema_version = %4$d where id = '%1$s';
                update control.estate set state = 'ACTIVE', activated_at = now() where id = '%1$s';
                """.formatted(estate.id(), estate.slug(), community, version));
    }

    private void install(int release) throws IOException {
        var service = platform.service("platform-api-c1");
        var folder = Files.createTempDirectory("yuanlin-release");
        var next = NextRelease.of(service.program(), release, folder);
        platform.stop("platform-api-c1");
        service.replaceProgram(next);
        platform.start("platform-api-c1");
    }

    private String begin() {
        var canaries = estates.stream()
                .limit(3)
                .map(BenchEstate::id)
                .map(UUID::toString)
                .toList();
        return admin.post("/rollouts", Map.of("canaries", canaries, "parallelism", AT_ONCE))
                .path("id")
                .asString();
    }

    private void awaitState(String id, Predicate<String> wanted) {
        await(id, rollout -> {
            var state = rollout.path("state").asString();
            if (state.equals("FAILED")) throw new IllegalStateException("The roll-out failed: " + rollout);
            return wanted.test(state);
        });
    }

    private void await(String id, Predicate<JsonNode> wanted) {
        try {
            while (!wanted.test(admin.get("/rollouts/" + id))) Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int done(JsonNode rollout) {
        return rollout.path("waves")
                .valueStream()
                .mapToInt(wave -> wave.path("done").asInt())
                .sum();
    }

    private void plainLoop(String column) {
        SideBySide.run(
                estates,
                AT_ONCE,
                estate -> sql("cell_c1", "alter table " + estate.schema() + ".product add column " + column + " text"));
    }

    private long estatesWithExactly(String column) {
        try (var connection = platform.postgres().connect("cell_c1");
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from information_schema.columns where column_name = '" + column + "'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void sql(String database, String statements) {
        try (var connection = platform.postgres().connect(database);
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Duration timed(Runnable work) {
        var begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
