package cn.yuanlin.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server on 127.0.0.1, started from the embedded binaries. */
public final class PostgresServer implements AutoCloseable {
    /** How much a crash of the machine may cost. A crash of the server alone costs nothing either way. */
    public enum Durability {
        /** As in production. */
        FULL("-c", "fsync=on"),
        /** For throw-away servers: the operating system writes when it likes. */
        NONE("-c", "fsync=off", "-c", "full_page_writes=off");

        private final List<String> arguments;

        Durability(String... arguments) {
            this.arguments = List.of(arguments);
        }
    }

    static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final PostgresCluster cluster;
    private final int port;
    private final Durability durability;
    private final Program program;
    private @Nullable Path deleteAtClose;

    PostgresServer(PostgresCluster cluster, int port, Path log, Durability durability) {
        this.cluster = cluster;
        this.port = port;
        this.durability = durability;
        this.program = new Program("PostgreSQL", log, START, () -> startProcess(log), this::answers);
    }

    /** A started throw-away server on a free port; gone, data and all, when closed or when this JVM ends. */
    public static PostgresServer temporary() {
        return temporary(PostgresCluster.template());
    }

    static PostgresServer temporary(PostgresCluster template) {
        var folder = Folders.temporary("yuanlin-postgres-");
        var server = new PostgresServer(
                template.copyTo(folder.resolve("cluster")),
                Ports.free(),
                folder.resolve("postgres.log"),
                Durability.NONE);
        server.deleteAtClose = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop PostgreSQL"));
        server.start();
        return server;
    }

    /** Starts it and returns when it answers a query. Does nothing if it runs. */
    public void start() {
        program.launch();
        program.awaitReady();
    }

    private ChildProcess startProcess(Path log) {
        backends().awaitGone(log);
        var arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
        arguments.addAll(List.of("-c", "listen_addresses=" + Ports.LOCALHOST, "-c", "port=" + port));
        // Nobody needs the socket, and its path may be too long for the kernel.
        arguments.addAll(List.of("-c", "unix_socket_directories=", "-c", "max_connections=300"));
        arguments.addAll(List.of("-c", "shared_buffers=128MB", "-c", "timezone=UTC", "-c", "log_timezone=UTC"));
        // Estates come and go with some 100 relations each.
        arguments.addAll(List.of("-c", "max_locks_per_transaction=256"));
        arguments.addAll(durability.arguments);
        return ChildProcess.start(PostgresBinaries.command("postgres", arguments), Map.of("LC_ALL", "C"), log);
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    Program program() {
        return program;
    }

    public int port() {
        return port;
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return cluster.secrets().get(PostgresCluster.SUPERUSER_SECRET);
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://" + Ports.LOCALHOST + ":" + port + "/" + database;
    }

    long pid() {
        return program.pid();
    }

    Path log() {
        return program.log();
    }

    Secrets secrets() {
        return cluster.secrets();
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, superuserPassword());
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    public void createDatabase(String name) {
        execute("postgres", "create database \"" + name + "\"");
    }

    public boolean hasDatabase(String name) {
        try (var connection = connect("postgres");
                var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        } catch (SQLException e) {
            throw new LocalException("PostgreSQL refused to list its databases: " + e.getMessage(), e);
        }
    }

    /** Keeps everybody out but superusers, its owner, and those who are granted it by name. */
    void closeToPublic(String database) {
        execute("postgres", "revoke all on database \"" + database + "\" from public");
    }

    /** Executes statements as superuser, all or nothing where PostgreSQL can. */
    public void execute(String database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new LocalException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /**
     * Makes the database of a cell, if absent, and runs {@code infra/postgres/cell.sql} in it, which may run again.
     *
     * @param prefix of its roles, e.g. {@code c1_}; empty where the server has one cell only
     */
    public void createCellDatabase(String name, String prefix, String appPassword, String migratorPassword) {
        if (!hasDatabase(name)) {
            createDatabase(name);
        }
        execute(
                name,
                Template.fill(
                        Repository.root().resolve("infra/postgres/cell.sql"),
                        Map.of("prefix", prefix, "app_password", appPassword, "migrator_password", migratorPassword)));
    }

    /** Makes the database of tenant-admin, if absent, and runs {@code infra/postgres/control.sql} in it. */
    public void createControlDatabase(String name, String appPassword, String ownerPassword) {
        if (!hasDatabase(name)) {
            createDatabase(name);
        }
        execute(
                name,
                Template.fill(
                        Repository.root().resolve("infra/postgres/control.sql"),
                        Map.of("app_password", appPassword, "owner_password", ownerPassword)));
    }

    Backends backends() {
        return new Backends(cluster.data());
    }

    /** SIGKILL to the server, as a crash would. {@link #start} waits for its backends to be gone, and recovers. */
    public void kill() {
        program.kill();
    }

    /** Stops it, breaking off what runs but losing nothing. A throw-away server's data go too. */
    @Override
    public synchronized void close() {
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        program.stop("INT", STOP);
        backends().awaitGone(log());
        var folder = deleteAtClose;
        if (folder != null) {
            Folders.delete(folder);
        }
    }
}
