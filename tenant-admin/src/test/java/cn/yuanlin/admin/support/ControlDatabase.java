package cn.yuanlin.admin.support;

import cn.yuanlin.local.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for the module's tests, prepared with the same script as everywhere. */
public final class ControlDatabase {
    private static final String NAME = "control";
    private static final String OWNER_PASSWORD = "owner-of-tests";
    private static final String APP_PASSWORD = "app-of-tests";
    private static final PostgresServer SERVER = start();

    private ControlDatabase() {}

    private static PostgresServer start() {
        var server = PostgresServer.temporary();
        server.createControlDatabase(NAME, APP_PASSWORD, OWNER_PASSWORD);
        return server;
    }

    /** To be killed and started again; whoever does leaves it running. */
    public static PostgresServer server() {
        return SERVER;
    }

    public static String url() {
        return SERVER.url(NAME);
    }

    public static String ownerPassword() {
        return OWNER_PASSWORD;
    }

    public static String appPassword() {
        return APP_PASSWORD;
    }

    /** As the owner of the schema: for setting a scene. */
    public static DataSource asOwner() {
        return as("control_owner", OWNER_PASSWORD);
    }

    /** As the service's own login: for asking what the service may not. */
    public static DataSource asService() {
        return as("control_app", APP_PASSWORD);
    }

    /** Whether anybody is kept waiting by this connection. */
    public static boolean isWaitedFor(Connection holder) {
        try (var asking = asOwner().getConnection();
                var question = asking.prepareStatement(
                        "select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))")) {
            question.setInt(1, holder.unwrap(PGConnection.class).getBackendPID());
            try (var answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static DataSource as(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
