package cn.yuanlin.admin.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for the module's tests, prepared with the same script as everywhere. */
public final class ControlDatabase {
    private static final String OWNER_PASSWORD = "owner-of-tests";
    private static final String APP_PASSWORD = "app-of-tests";
    private static final EmbeddedPostgres SERVER = start();

    private ControlDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            var script = Files.readString(Path.of("../infra/postgres/control.sql"), UTF_8)
                    .replace("${owner_password}", OWNER_PASSWORD)
                    .replace("${app_password}", APP_PASSWORD);
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(script);
            }
            return server;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    public static String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres";
    }

    public static String ownerPassword() {
        return OWNER_PASSWORD;
    }

    public static String appPassword() {
        return APP_PASSWORD;
    }

    /** As the owner of the schema: for setting a scene, and for asking what the service may not. */
    public static DataSource asOwner() {
        return as("control_owner", OWNER_PASSWORD);
    }

    /** As the service's own login. */
    public static DataSource asService() {
        return as("control_app", APP_PASSWORD);
    }

    private static DataSource as(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
