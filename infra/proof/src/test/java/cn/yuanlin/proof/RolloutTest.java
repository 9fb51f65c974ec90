package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The next release of platform-api, with one change set more, reaches the estates of two real cells in waves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SLUGS = List.of("first", "second", "third");

    @TempDir
    private Path temp;

    private Platform platform;
    private Newcomers office;
    private List<String> estates;

    @BeforeAll
    void bringUp() {
        platform = Platform.start(
                Settings.forTests(Path.of("target/rollout").toAbsolutePath(), 2).emptied());
        office = new Newcomers(platform);
        estates = SLUGS.stream().map(office::welcome).toList();
    }

    @AfterAll
    void bringDown() {
        if (platform != null) platform.close();
    }

    @Test
    void reachesEveryEstateOfEveryCellOnceAndTheCanaryFirst() throws Exception {
        assertThat(estates.stream().map(estate -> estate(estate).path("cell").asString()))
                .contains("c1", "c2");
        var before = estate(estates.getFirst()).path("schemaVersion").asInt();
        var plan = Map.of("canaries", List.of(estates.getLast()), "waveSizes", List.of(1), "parallelism", 2);
        assertThat(office.tryPost("/rollouts", plan).body()).contains("rollout-state", "无需升级");

        for (var cell : platform.cells()) release(cell);
        // Newer programs serve the schemas of the release before.
        SLUGS.forEach(slug -> office.awaitAtGateway(slug, 200));
        assertThat(columns()).isEmpty();

        var rollout = office.post("/rollouts", plan).path("id").asString();
        Awaitility.await("the roll-out to be done")
                .atMost(PATIENCE)
                .until(
                        () -> office.get("/rollouts/" + rollout)
                                .json()
                                .path("state")
                                .asString(),
                        "DONE"::equals);

        var waves = office.get("/rollouts/" + rollout).json().path("waves");
        assertThat(waves.path(0).path("canary").asBoolean()).isTrue();
        assertThat(waves.valueStream().map(wave -> wave.path("done").asInt())).containsExactly(1, 1, 1);
        assertThat(columns()).hasSize(3).doesNotHaveDuplicates();
        assertThat(estates)
                .allSatisfy(estate ->
                        assertThat(estate(estate).path("schemaVersion").asInt()).isEqualTo(before + 1));
        SLUGS.forEach(slug -> office.awaitAtGateway(slug, 200));
        assertThat(office.tryPost("/rollouts", plan).body()).contains("无需升级");
    }

    private JsonNode estate(String id) {
        return office.get("/estates/" + id).expecting(200).json();
    }

    /** The schemas that have the new column. */
    private List<String> columns() throws SQLException {
        var found = new ArrayList<String>();
        for (var cell : platform.cells()) {
            try (var connection = platform.postgres().connect("cell_" + cell);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select table_schema from information_schema.columns where column_name = 'of_the_next_release'")) {
                while (rows.next()) found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void release(String cell) throws IOException {
        var part = "platform-api-" + cell;
        var service = platform.service(part);
        var next = Files.createDirectories(temp.resolve(part));
        try (var files = Files.walk(service.program())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = next.resolve(service.program().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        // The start-up cache belongs to the program before.
        Files.deleteIfExists(next.resolve("app.aot"));
        try (var content = FileSystems.newFileSystem(jarWithTheChangelog(next))) {
            Files.writeString(content.getPath("db/estate/next.sql"), """
                    --liquibase formatted sql

                    --changeset proof:next
                    alter table product add column of_the_next_release text;
                    --rollback alter table product drop column of_the_next_release;
                    """);
            Files.writeString(
                    content.getPath("db/estate/changelog.yaml"),
                    "\n  - include: {file: db/estate/next.sql}\n",
                    StandardOpenOption.APPEND);
        }
        platform.stop(part);
        service.replaceProgram(next);
        platform.start(part);
    }

    private static Path jarWithTheChangelog(Path program) throws IOException {
        try (var files = Files.walk(program)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(RolloutTest::hasTheChangelog)
                    .toList();
            assertThat(jars).hasSize(1);
            return jars.getFirst();
        }
    }

    private static boolean hasTheChangelog(Path jar) {
        try (var content = new JarFile(jar.toFile())) {
            return content.getEntry("db/estate/changelog.yaml") != null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
