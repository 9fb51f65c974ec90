package cn.yuanlin.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** A real Keycloak with the realm {@code yuanlin} on 127.0.0.1. */
public final class KeycloakServer implements AutoCloseable {
    public static final String REALM = "yuanlin";
    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Path THEMES = Repository.root().resolve("infra/keycloak/themes");

    private final PostgresServer postgres;
    private final Secrets secrets;
    private final int port;
    private final Program program;
    private boolean ownsPostgres;

    /** @param postgres made from {@link KeycloakCluster#template()} */
    KeycloakServer(PostgresServer postgres, Secrets secrets, int port, Path log) {
        this.postgres = postgres;
        this.secrets = secrets;
        this.port = port;
        this.program = new Program("Keycloak", log, START, () -> startProcess(log), this::answers);
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
    public void start() {
        program.launch();
        program.awaitReady();
    }

    private ChildProcess startProcess(Path log) {
        var environment = new LinkedHashMap<>(KeycloakCluster.environment(postgres, secrets));
        environment.put("YUANLIN_TICKET_SECRET", ticketSecret());
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
        return ChildProcess.start(KeycloakDistribution.command(List.of("start", "--optimized")), environment, log);
    }

    /** The port answers 503 long before the realm does. */
    private boolean answers() {
        return Http.status(URI.create(issuer())) == 200;
    }

    Program program() {
        return program;
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

    /** @param client {@code tenant-admin}, {@code gateway}, {@code resident} or {@code platform-api} */
    public String clientSecret(String client) {
        return secrets.get("client-" + client);
    }

    /** What tenant-admin signs residents' tickets with; HS256 wants 32 bytes, which is more than one of our secrets. */
    public String ticketSecret() {
        return secrets.get("ticket") + secrets.get("ticket-rest");
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
    public void kill() {
        program.kill();
    }

    @Override
    public synchronized void close() {
        program.stop("TERM", STOP);
        if (ownsPostgres) {
            postgres.close();
        }
    }
}
