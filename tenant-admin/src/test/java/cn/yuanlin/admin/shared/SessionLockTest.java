package cn.yuanlin.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.ControlDatabase;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionLockTest extends AdminTest {
    private final JdbcClient owner = JdbcClient.create(ControlDatabase.asOwner());

    @Test
    void aStartThatWasKilledWhileItMigratedLocksNobodyOut() throws Exception {
        try (var killed = ControlDatabase.asOwner().getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = database(killed);
            LockServiceFactory.getInstance().getLockService(database).waitForLock();
            Future<?> next = threads.submit(SessionLockTest::migrate);
            await().until(() -> next.isDone() || somebodyWaits());
            assertThat(next).isNotDone();

            killed.abort(Runnable::run);

            next.get(20, TimeUnit.SECONDS);
            LockServiceFactory.getInstance().resetAll();
        }
    }

    @Test
    void noRowOfALockIsLeftToOutliveAnybody() throws Exception {
        migrate();

        assertThat(owner.sql("select to_regclass('control.databasechangeloglock') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static Void migrate() throws SQLException, LiquibaseException {
        try (var connection = ControlDatabase.asOwner().getConnection()) {
            new Liquibase("db/always.sql", new ClassLoaderResourceAccessor(), database(connection)).update("");
        }
        return null;
    }

    private static Database database(java.sql.Connection connection) throws LiquibaseException {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName("control");
        return database;
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }
}
