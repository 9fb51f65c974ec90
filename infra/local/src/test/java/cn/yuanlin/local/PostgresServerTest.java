package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    private static PostgresServer server;

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
        try (var connection = server.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
