package cn.yuanlin.local;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which services there are and what each is told by its environment. */
record ServicePlan(
        Settings settings,
        Home home,
        PortPlan ports,
        PostgresServer postgres,
        KeycloakServer keycloak,
        WechatServer wechat,
        int cells) {
    private static final String CONTROL = "control";

    void createDatabases() {
        var secrets = home.secrets();
        Stream.of("postgres", "template1", KeycloakCluster.DATABASE).forEach(postgres::closeToPublic);
        postgres.createControlDatabase(CONTROL, secrets.get("control-app"), secrets.get("control-owner"));
        for (var cell = 1; cell <= cells; cell++) {
            postgres.createCellDatabase(
                    "cell_c" + cell,
                    "c" + cell + "_",
                    secrets.get("c" + cell + "-app"),
                    secrets.get("c" + cell + "-migrator"));
        }
    }

    List<ServiceProcess> services() {
        // Side by side: unpacking, and finding out that nothing is to be unpacked, keep one core busy each.
        var images = Stream.of("gateway", "tenant-admin", "platform-api")
                .parallel()
                .collect(Collectors.toConcurrentMap(
                        module -> module, module -> ServiceImage.of(settings.root(), module)));
        var services = new ArrayList<ServiceProcess>();
        services.add(service("gateway", requireNonNull(images.get("gateway")), gateway()));
        services.add(service("tenant-admin", requireNonNull(images.get("tenant-admin")), withWechat(tenantAdmin())));
        for (var cell = 1; cell <= cells; cell++) {
            services.add(service(
                    "platform-api-c" + cell,
                    requireNonNull(images.get("platform-api")),
                    withWechat(platformApi("c" + cell))));
        }
        return services;
    }

    private ServiceProcess service(String name, ServiceImage image, Map<String, String> own) {
        var environment = new LinkedHashMap<String, String>();
        environment.put("SERVER_ADDRESS", Ports.LOCALHOST);
        environment.put("SERVER_PORT", Integer.toString(ports.of(name)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", Ports.LOCALHOST);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(name)));
        environment.put("YUANLIN_ISSUER", keycloak.issuer());
        environment.put("YUANLIN_JWKS_URL", keycloak.issuer() + "/protocol/openid-connect/certs");
        environment.putAll(own);
        environment.putAll(settings.environment());
        return new ServiceProcess(name, image, environment, ports.of(name), ports.management(name), home.log(name));
    }

    private Map<String, String> gateway() {
        return Map.of(
                "YUANLIN_TENANT_ADMIN_URL", url("tenant-admin"),
                "YUANLIN_KEYCLOAK_URL", keycloak.url(),
                "YUANLIN_CLIENT_ID", "gateway",
                "YUANLIN_CLIENT_SECRET", keycloak.clientSecret("gateway"),
                "YUANLIN_RESIDENT_SECRET", keycloak.clientSecret("resident"),
                "YUANLIN_ROUTES_FILE", home.file("routes.json").toString(),
                "YUANLIN_CONSOLE_DIR",
                        settings.root().resolve("tenant-admin/console/dist").toString(),
                "YUANLIN_APP_DIR",
                        settings.root().resolve("resident-app/dist/build/h5").toString(),
                "YUANLIN_PUBLIC_URL", url("gateway"));
    }

    private Map<String, String> tenantAdmin() {
        var secrets = home.secrets();
        var urls = IntStream.rangeClosed(1, cells)
                .mapToObj(cell -> "c" + cell + "=" + url("platform-api-c" + cell))
                .collect(Collectors.joining(","));
        return Map.ofEntries(
                Map.entry("YUANLIN_DB_URL", postgres.url(CONTROL)),
                Map.entry("YUANLIN_DB_USERNAME", "control_app"),
                Map.entry("YUANLIN_DB_PASSWORD", secrets.get("control-app")),
                Map.entry("YUANLIN_DB_OWNER_USERNAME", "control_owner"),
                Map.entry("YUANLIN_DB_OWNER_PASSWORD", secrets.get("control-owner")),
                Map.entry("YUANLIN_KEYCLOAK_URL", keycloak.url()),
                Map.entry("YUANLIN_KEYCLOAK_REALM", KeycloakServer.REALM),
                Map.entry("YUANLIN_CLIENT_ID", "tenant-admin"),
                Map.entry("YUANLIN_CLIENT_SECRET", keycloak.clientSecret("tenant-admin")),
                Map.entry("YUANLIN_RESIDENT_SECRET", keycloak.clientSecret("resident")),
                Map.entry("YUANLIN_TICKET_SECRET", keycloak.ticketSecret()),
                Map.entry("YUANLIN_IDENTITY_KEY", secrets.get("identity-key")),
                Map.entry("YUANLIN_ARCHIVE_DIR", home.file("archive").toString()),
                Map.entry("YUANLIN_CELLS", urls));
    }

    private Map<String, String> platformApi(String cell) {
        var secrets = home.secrets();
        return Map.ofEntries(
                Map.entry("YUANLIN_CELL", cell),
                Map.entry("YUANLIN_DB_URL", postgres.url("cell_" + cell)),
                Map.entry("YUANLIN_DB_ROLE_PREFIX", cell + "_"),
                Map.entry("YUANLIN_DB_USERNAME", cell + "_app"),
                Map.entry("YUANLIN_DB_PASSWORD", secrets.get(cell + "-app")),
                Map.entry("YUANLIN_DB_MIGRATOR_USERNAME", cell + "_migrator"),
                Map.entry("YUANLIN_DB_MIGRATOR_PASSWORD", secrets.get(cell + "-migrator")),
                Map.entry("YUANLIN_KEYS_DIR", home.file("keys/" + cell).toString()),
                Map.entry("YUANLIN_MEDIA_DIR", home.file("media/" + cell).toString()),
                // The played WeChat knows every template by any name.
                Map.entry("YUANLIN_WECHAT_TEMPLATES", "membership.joined=membership-joined"),
                Map.entry("YUANLIN_TENANT_ADMIN_URL", url("tenant-admin")),
                Map.entry("YUANLIN_CLIENT_ID", "platform-api"),
                Map.entry("YUANLIN_CLIENT_SECRET", keycloak.clientSecret("platform-api")));
    }

    private Map<String, String> withWechat(Map<String, String> own) {
        var all = new LinkedHashMap<>(own);
        all.putAll(wechat.environment());
        return all;
    }

    private String url(String service) {
        return "http://" + Ports.LOCALHOST + ":" + ports.of(service);
    }
}
