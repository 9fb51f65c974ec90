package cn.yuanlin.platform.tenancy;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on the cell's own tables, in one of the cell's roles and in a transaction of its own, also inside an estate's transaction.
 */
public final class CellRole {
    private final DataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CellRole(DataSource pool, String role) {
        var inRole = new DelegatingDataSource(pool) {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                return RoleSwitch.begin(super.getConnection(), role, "cell");
            }
        };
        connections = inRole;
        jdbc = JdbcClient.create(inRole);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(inRole));
    }

    /** Runs the work in one transaction of its own. */
    public <T extends @org.jspecify.annotations.Nullable Object> T call(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }

    /** Runs the work in one transaction of its own. */
    public void run(Consumer<JdbcClient> work) {
        transaction.executeWithoutResult(status -> work.accept(jdbc));
    }

    /**
     * For a library with transactions of its own. A connection is in the role until its first commit; what goes on after that can do
     * nothing.
     */
    public DataSource connections() {
        return connections;
    }
}
