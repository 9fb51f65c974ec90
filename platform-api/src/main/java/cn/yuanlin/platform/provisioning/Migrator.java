package cn.yuanlin.platform.provisioning;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Connections of the role that owns all schemas, for DDL and nothing else. A small pool of its own, empty when nobody migrates. */
@Component
class Migrator implements AutoCloseable {
    private static final long MAX_LIFETIME_MILLIS = 600_000;
    private static final long IDLE_MILLIS = 60_000;
    private static final long WAIT_MILLIS = 60_000;
    private final HikariDataSource pool;

    Migrator(
            @Value("${spring.datasource.url}") String url,
            @Value("${yuanlin.migrator.username}") String username,
            @Value("${yuanlin.migrator.password}") String password,
            @Value("${yuanlin.migrator.pool-size}") int size) {
        var config = new HikariConfig();
        config.setPoolName("migrator");
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setMaxLifetime(MAX_LIFETIME_MILLIS);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setInitializationFailTimeout(-1);
        // A refused row must not reach the log with its values.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    /** A connection with auto-commit off; what is not committed when it is closed is rolled back. */
    Connection open() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
