package cn.yuanlin.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the realm {@code yuanlin} on 127.0.0.1. */
public final class KeycloakServer implements AutoCloseable {
    public static final String REALM = "yuanlin";
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Path THEMES = Repository.root().resolve("infra/keycloak/themes");

    private final PostgresServer postgres;
    private final Secrets secrets;
    private final int port;
    private final Path log;
    private boolean ownsPostgres;
    private volatile @Nullable ChildProcess process;

    /** @param postgres made from {@link KeycloakCluster#template()} */
    KeycloakServer(PostgresServer postgres, Secrets secrets, int port, Path log) {
        this.postgres = postgres;
        this.secrets = secrets;
        this.port = port;
        this.log = log;
    }

    /**
     * A started throw-away Keycloak on a free port, with a PostgreSQL of its own ({@link #postgres()}) that has room for
     * other databases. The very first one on a machine takes a minute or more, every later one about ten seconds.
     */
    public static KeycloakServer temporary() {
        var postgres = PostgresServer.temporary(KeycloakCluster.template());
        var server = new KeycloakServer(
                postgres, postgres.secrets(), Ports.free(), postgres.log().resolveSibling("keycloak.log"));
        server.ownsPostgres = true;
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop Keycloak"));
        server.start();
        return server;
    }

    /** Starts it and returns when it answers for the realm. Does nothing if it runs. */
    public synchronized void start() {
        launch();
        awaitReady();
    }

    synchronized ChildProcess launch() {
        var running = process;
        if (running != null && running.isAlive()) {
            return running;
        }
        var environment = new LinkedHashMap<>(KeycloakCluster.environment(postgres, secrets));
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", Ports.LOCALHOST);
        environment.put("KC_HTTP_PORT", Integer.toString(port));
        environment.put("KC_HOSTNAME", url());
        // Read where it lies: a copy in the distribution, which all checkouts of a user share, could be another's.
        environment.put("KC_SPI_THEME__FOLDER__DIR", THEMES.toString());
        // And as it is now: Keycloak keeps packed copies in the distribution, browsers theirs for a month, by name
        // only.
        environment.put("KC_SPI_RESOURCE_ENCODING__GZIP__EXCLUDED_CONTENT_TYPES", "text/css image/svg+xml");
        environment.put("KC_SPI_THEME__STATIC_MAX_AGE", "-1");
        var started =
                ChildProcess.start(KeycloakDistribution.command(List.of("start", "--optimized")), environment, log);
        process = started;
        return started;
    }

    void awaitReady() {
        // The port answers 503 long before the realm does.
        var realm = URI.create(issuer());
        Waiting.until(START, "Keycloak to answer; its log is " + log, () -> {
            var running = process;
            if (running == null || !running.isAlive()) {
                throw new LocalException("Keycloak did not start; its log is " + log);
            }
            return Http.status(realm) == 200;
        });
    }

    Path log() {
        return log;
    }

    public String url() {
        return "http://" + Ports.LOCALHOST + ":" + port;
    }

    /** What stands in {@code iss} of its tokens. */
    public String issuer() {
        return url() + "/realms/" + REALM;
    }

    /** The server in whose database {@code keycloak} it lives. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** @param client {@code tenant-admin} or {@code gateway} */
    public String clientSecret(String client) {
        return secrets.get("client-" + client);
    }

    /** The password of {@code platform-admin}, the first account of the realm. */
    public String platformAdminPassword() {
        return secrets.get(KeycloakCluster.PLATFORM_ADMIN_SECRET);
    }

    /** Acts as Keycloak's own administrator, which no service of ours ever does. */
    public RealmAdmin admin() {
        return new RealmAdmin(url(), secrets.get(KeycloakCluster.ADMINISTRATOR_SECRET));
    }

    /** SIGKILL, as a crash would. */
    public synchronized void kill() {
        var running = process;
        if (running != null) {
            running.kill();
        }
    }

    @Override
    public synchronized void close() {
        var running = process;
        if (running != null) {
            running.stop("TERM", STOP);
        }
        if (ownsPostgres) {
            postgres.close();
        }
    }
}
