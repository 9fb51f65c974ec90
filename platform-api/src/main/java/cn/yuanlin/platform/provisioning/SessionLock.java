package cn.yuanlin.platform.provisioning;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.OfflineLockService;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's lock as one of the database session: it ends with the process that took it, while Liquibase's own is a row that a killed
 * start leaves behind and that the next ones wait for in vain. Liquibase finds this class among its services ({@code META-INF/services})
 * and makes it, so it is public.
 */
public final class SessionLock extends OfflineLockService {
    /** Held by whoever changes the cell's own tables; replicas that start together take turns. */
    static final String KEY = "hashtextextended('yuanlin cell changelog', 0)";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private @Nullable Database database;
    private boolean held;

    @Override
    public boolean supports(Database database) {
        return database instanceof PostgresDatabase && database.getConnection() instanceof JdbcConnection;
    }

    @Override
    public int getPriority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void setDatabase(Database database) {
        this.database = database;
    }

    @Override
    public boolean hasChangeLogLock() {
        return held;
    }

    @Override
    public void waitForLock() throws LockException {
        acquireLock();
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (held) return true;
        run("set local lock_timeout = %d; select pg_advisory_lock(%s)".formatted(PATIENCE.toMillis(), KEY));
        held = true;
        return true;
    }

    @Override
    public void releaseLock() throws LockException {
        if (!held) return;
        held = false;
        run("select pg_advisory_unlock(" + KEY + ")");
    }

    private void run(String sql) throws LockException {
        try (var statement = connection().createStatement()) {
            statement.execute(sql);
            connection().commit();
        } catch (SQLException | DatabaseException fault) {
            throw new LockException(fault);
        }
    }

    private Connection connection() throws DatabaseException {
        if (database != null && database.getConnection() instanceof JdbcConnection jdbc)
            return jdbc.getUnderlyingConnection();
        throw new DatabaseException("no connection to take the lock on");
    }
}
