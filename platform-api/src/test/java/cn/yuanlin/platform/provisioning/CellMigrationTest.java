package cn.yuanlin.platform.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.platform.testing.PlatformTest;
import cn.yuanlin.platform.testing.TestCell;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cell's own tables, made and changed when the service starts. */
class CellMigrationTest extends PlatformTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** With nothing to do, no lock is taken. */
    @BeforeEach
    void aChangeThatIsToCome() throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate("delete from cell.databasechangelog where id = '003-grant-estate'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aStartThatWasKilledLocksNobodyOut() throws Exception {
        try (var superuser = TestCell.connectAsSuperuser();
                var statement = superuser.createStatement()) {
            statement.execute("""
                    create table cell.databasechangeloglock (id integer primary key, locked boolean not null,
                        lockgranted timestamp, lockedby varchar(255));
                    alter table cell.databasechangeloglock owner to t_migrator;
                    insert into cell.databasechangeloglock values (1, true, now(), 'a process that was killed')
                    """);
            try {
                var start = CompletableFuture.runAsync(CellMigrationTest::migrate);
                assertThatCode(() -> start.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
            } finally {
                statement.execute("drop table cell.databasechangeloglock");
            }
        }
    }

    @Test
    void startsTakeTurns() throws Exception {
        try (var other = TestCell.connect(TestCell.MIGRATOR);
                var statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + SessionLock.KEY + ")");
            var start = CompletableFuture.runAsync(CellMigrationTest::migrate);
            await().atMost(SOON).until(() -> isLockWaitedFor());
            assertThat(start).isNotDone();
            statement.execute("select pg_advisory_unlock(" + SessionLock.KEY + ")");
            start.get(60, TimeUnit.SECONDS);
        }
        assertThat(isLockHeld()).isFalse();
    }

    /** As the service does when it starts. */
    private static void migrate() {
        try (var connection = TestCell.connect(TestCell.MIGRATOR)) {
            connection.setAutoCommit(false);
            var database = new PostgresDatabase();
            database.setConnection(new JdbcConnection(connection));
            database.setDefaultSchemaName("cell");
            database.setLiquibaseSchemaName("cell");
            var liquibase = new Liquibase("db/cell/changelog.yaml", new ClassLoaderResourceAccessor(), database);
            liquibase.setChangeLogParameter("prefix", TestCell.PREFIX);
            liquibase.update(new Contexts(), new LabelExpression());
        } catch (SQLException | LiquibaseException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static boolean isLockWaitedFor() throws SQLException {
        return locks("not granted");
    }

    private static boolean isLockHeld() throws SQLException {
        return locks("granted");
    }

    private static boolean locks(String which) throws SQLException {
        try (var superuser = TestCell.connectAsSuperuser();
                var query = superuser.createStatement();
                var row = query.executeQuery("""
                        select exists (select from pg_locks where locktype = 'advisory' and %s
                          and (classid::bigint << 32 | objid::bigint) = %s)
                        """.formatted(which, SessionLock.KEY))) {
            return row.next() && row.getBoolean(1);
        }
    }
}
