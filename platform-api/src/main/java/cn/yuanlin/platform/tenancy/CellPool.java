package cn.yuanlin.platform.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** A second, small pool of the same login. Not a data source bean, so that nothing takes it for the estates'. */
final class CellPool implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private final HikariDataSource pool;

    CellPool(HikariDataSource estates) {
        var config = new HikariConfig();
        config.setPoolName("cell");
        config.setJdbcUrl(estates.getJdbcUrl());
        config.setUsername(estates.getUsername());
        config.setPassword(estates.getPassword());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setMaxLifetime(estates.getMaxLifetime());
        config.setConnectionTimeout(estates.getConnectionTimeout());
        config.setInitializationFailTimeout(-1);
        // A refused row must not reach the log with its values.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
