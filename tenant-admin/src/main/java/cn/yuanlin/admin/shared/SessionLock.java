package cn.yuanlin.admin.shared;

import java.sql.SQLException;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.OfflineLockService;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's lock, as one of PostgreSQL's that ends with the session. Liquibase's own is a row: killed while it
 * migrates, a service would lock out every later start. Liquibase finds this among its services and makes it.
 */
public final class SessionLock extends OfflineLockService {
    /** Any number that nobody else locks by. */
    private static final long NUMBER = 6_171_514_202_611_220L;

    private @Nullable JdbcConnection connection;
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
        super.setDatabase(database);
        connection = (JdbcConnection) database.getConnection();
    }

    @Override
    public boolean hasChangeLogLock() {
        return held;
    }

    @Override
    public void waitForLock() throws LockException {
        if (!held) {
            run("select pg_advisory_lock(" + NUMBER + ")");
            held = true;
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        waitForLock();
        return true;
    }

    @Override
    public void releaseLock() throws LockException {
        if (held) {
            run("select pg_advisory_unlock(" + NUMBER + ")");
            held = false;
        }
    }

    @Override
    public void reset() {
        held = false;
    }

    private void run(String sql) throws LockException {
        if (connection == null) {
            throw new LockException("no database to lock");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException | DatabaseException broken) {
            throw new LockException(broken);
        }
    }
}
