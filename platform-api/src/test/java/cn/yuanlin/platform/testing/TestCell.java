package cn.yuanlin.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A real PostgreSQL 18 prepared with {@code infra/postgres/cell.sql}, once per test run. */
public final class TestCell {
    public static final String PREFIX = "t_";
    public static final String APP = PREFIX + "app";
    public static final String MIGRATOR = PREFIX + "migrator";
    public static final String PASSWORD = "test";
    private static final EmbeddedPostgres SERVER = start();

    private TestCell() {}

    public static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    /** As the service's login, or another. */
    public static Connection connect(String login) throws SQLException {
        return DriverManager.getConnection(url(), login, PASSWORD);
    }

    /** As the superuser, who no part of the product ever is. */
    public static Connection connectAsSuperuser() throws SQLException {
        return SERVER.getPostgresDatabase().getConnection();
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start();
            var script = Files.readString(Path.of("../infra/postgres/cell.sql"))
                    .replace("${prefix}", PREFIX)
                    .replace("${app_password}", PASSWORD)
                    .replace("${migrator_password}", PASSWORD);
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(script);
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
