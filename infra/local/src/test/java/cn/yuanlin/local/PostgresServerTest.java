package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = PostgresServer.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isTheRealPostgres18() throws SQLException {
        assertThat(ask("postgres", "select version()")).startsWith("PostgreSQL 18");
        assertThat(ask("postgres", "select uuidv7()")).hasSize(36);
    }

    @Test
    void keepsCommittedRowsOverAKill() throws SQLException {
        server.createDatabase("kept");
        server.execute("kept", "create table note(words text); insert into note values ('写下了')");
        server.kill();
        server.start();
        assertThat(ask("kept", "select words from note")).isEqualTo("写下了");
    }

    @RepeatedTest(4)
    void startsAgainAfterAKillWhileBackendsCompute() throws Exception {
        try (var one = server.connect("postgres");
                var two = server.connect("postgres");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(one, two).forEach(connection -> threads.submit(() -> compute(connection)));
            await().until(() -> ask(
                            "postgres",
                            "select count(*) from pg_stat_activity where query like '%endless%'"
                                    + " and state = 'active' and pid <> pg_backend_pid()")
                    .equals("2"));
            server.kill();
            server.start();
            assertThat(ask("postgres", "select 1")).isEqualTo("1");
        }
        assertThat(server.log()).content().contains("launcher: ended 2 backends that outlived their killed server");
    }

    @Test
    void sparesOthersInItsFolderAndAServerThatRuns() throws Exception {
        var data = server.backends().data();
        var stranger =
                new ProcessBuilder("sleep", "300").directory(data.toFile()).start();
        server.backends().awaitGone(server.log());
        assertThat(server.backends().running()).extracting(ProcessHandle::pid).contains(server.pid());
        assertThat(stranger.isAlive()).isTrue();
        assertThat(ask("postgres", "select 1")).isEqualTo("1");
        stranger.destroyForcibly();
    }

    @Test
    void takesAnEmptyServerFileForNoServer() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.createFile(data.resolve("postmaster.pid"));
        var log = folder.resolve("log");
        new Backends(data).awaitGone(log);
        assertThat(log).doesNotExist();
    }

    @Test
    void leavesNoBackendBehindWhenClosedAfterAKill() throws Exception {
        var other = PostgresServer.temporary();
        try (var connection = other.connect("postgres");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> compute(connection));
            await().until(() -> ask(
                            other,
                            "postgres",
                            "select count(*) from pg_stat_activity where query like '%endless%'"
                                    + " and state = 'active' and pid <> pg_backend_pid()")
                    .equals("1"));
            var backends = other.backends().running();
            other.kill();
            other.close();
            assertThat(backends).noneMatch(PostgresServerTest::runs);
        }
    }

    /** Waits for nothing, so it does not notice that its server is gone; ends some time if nobody ends it. */
    private static Object compute(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute("do 'declare endless timestamptz := clock_timestamp() + interval ''40 s'';"
                    + " begin while clock_timestamp() < endless loop end loop; end'");
        }
    }

    /** Zombies don't: nobody may have asked for their exit code yet. */
    private static boolean runs(ProcessHandle process) {
        return process.info().command().isPresent();
    }

    @Test
    void letsEachLoginIntoItsOwnDatabaseOnly() throws SQLException {
        server.createControlDatabase("control", "app", "owner");
        server.createCellDatabase("cell_c1", "c1_", "app", "migrator");
        server.createCellDatabase("cell_c2", "c2_", "app", "migrator");
        server.connect("control", "control_app", "app").close();
        server.connect("control", "control_owner", "owner").close();
        server.connect("cell_c1", "c1_app", "app").close();
        for (var foreign : List.of("control", "cell_c2")) {
            assertThatThrownBy(() -> server.connect(foreign, "c1_app", "app").close())
                    .hasMessageContaining("permission denied for database \"" + foreign + "\"");
            assertThatThrownBy(() ->
                            server.connect(foreign, "c1_migrator", "migrator").close())
                    .hasMessageContaining("permission denied for database \"" + foreign + "\"");
        }
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> server.connect("postgres", "postgres", "wrong").close())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void leavesNoProcessAndNoDataBehind() {
        var other = PostgresServer.temporary();
        var process = ProcessHandle.of(other.pid()).orElseThrow();
        other.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(other.log()).doesNotExist();
    }

    private static String ask(String database, String query) throws SQLException {
        return ask(server, database, query);
    }

    private static String ask(PostgresServer server, String database, String query) throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
