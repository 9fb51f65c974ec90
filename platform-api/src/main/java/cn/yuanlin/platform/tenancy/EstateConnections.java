package cn.yuanlin.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Hands Hibernate connections that work in one estate's role and see one estate's schema. Role and path are set with
 * {@code SET LOCAL} in the message that opens the transaction, so neither can outlive it, whatever goes wrong.
 */
final class EstateConnections implements MultiTenantConnectionProvider<String> {
    private static final long serialVersionUID = 1;
    private final transient DataSource pool;

    EstateConnections(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection(String schema) throws SQLException {
        if (!schema.matches(Estate.SCHEMA_PATTERN)) throw new SQLException("not an estate's schema: " + schema);
        return RoleSwitch.begin(pool.getConnection(), schema, schema);
    }

    @Override
    public void releaseConnection(String schema, Connection connection) throws SQLException {
        connection.close();
    }

    /** Refused: a connection without an estate can see nothing anyway. */
    @Override
    public Connection getAnyConnection() throws SQLException {
        throw new SQLException("no estate is bound");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /** Role and path last as long as the transaction: the connection must not be swapped within it. */
    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("can't unwrap as " + type.getName());
    }
}
