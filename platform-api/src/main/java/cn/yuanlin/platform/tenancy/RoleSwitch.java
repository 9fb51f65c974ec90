package cn.yuanlin.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens a transaction in a role and on a path. Both end with the transaction. */
final class RoleSwitch {
    private RoleSwitch() {}

    /**
     * @param connection fresh from the pool, auto-commit off; closed if the switch fails
     * @param role trusted: comes from configuration or matched {@link Estate#SCHEMA_PATTERN}
     * @throws SQLException if there is no such role or the login may not become it
     */
    static Connection begin(Connection connection, String role, String path) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (connection.getAutoCommit())
                throw new SQLException("the pool must hand out connections with auto-commit off");
            statement.execute("set local role " + role + "; set local search_path = " + path);
            return connection;
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }
}
