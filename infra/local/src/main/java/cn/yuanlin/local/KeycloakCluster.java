package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL cluster whose database {@code keycloak} already holds the realm of {@code infra/keycloak/realm.json}.
 * Made once per Keycloak version and realm file, since a first start costs half a minute and a copy a second.
 */
final class KeycloakCluster {
    static final String DATABASE = "keycloak";
    static final String ADMINISTRATOR = "admin";
    static final String DATABASE_SECRET = "keycloak-database";
    static final String ADMINISTRATOR_SECRET = "keycloak-admin";
    static final String TENANT_ADMIN_SECRET = "client-tenant-admin";
    static final String GATEWAY_SECRET = "client-gateway";
    static final String RESIDENT_SECRET = "client-resident";
    static final String PLATFORM_API_SECRET = "client-platform-api";
    static final String PLATFORM_ADMIN_SECRET = "platform-admin";

    private KeycloakCluster() {}

    static PostgresCluster template() {
        return new PostgresCluster(Cache.entry(name(), KeycloakCluster::initialise));
    }

    static boolean isCached() {
        return Cache.has(name());
    }

    static String name() {
        return "realm-cluster-" + Versions.postgres() + "-" + Versions.keycloak() + "-"
                + ContentHash.of(List.of(realm()));
    }

    private static Path realm() {
        return Repository.root().resolve("infra/keycloak/realm.json");
    }

    private static void initialise(Path folder) {
        var cluster = PostgresCluster.template().copyTo(folder);
        var scratch = Folders.temporary("yuanlin-keycloak-");
        try (var server = new PostgresServer(
                cluster, Ports.free(), scratch.resolve("postgres.log"), PostgresServer.Durability.NONE)) {
            server.start();
            var secrets = cluster.secrets();
            server.execute(
                    "postgres", "create role keycloak login password '%s'".formatted(secrets.get(DATABASE_SECRET)));
            server.execute("postgres", "create database " + DATABASE + " owner keycloak");
            var environment = new LinkedHashMap<>(environment(server, secrets));
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(ADMINISTRATOR_SECRET));
            // Keycloak fills the realm file's placeholders from its environment, here as in production.
            environment.put("YUANLIN_TENANT_ADMIN_SECRET", secrets.get(TENANT_ADMIN_SECRET));
            environment.put("YUANLIN_GATEWAY_SECRET", secrets.get(GATEWAY_SECRET));
            environment.put("YUANLIN_RESIDENT_SECRET", secrets.get(RESIDENT_SECRET));
            environment.put("YUANLIN_PLATFORM_API_SECRET", secrets.get(PLATFORM_API_SECRET));
            environment.put("YUANLIN_WECHAT_APP_ID", WechatServer.APP_ID);
            environment.put("YUANLIN_PLATFORM_ADMIN_PASSWORD", secrets.get(PLATFORM_ADMIN_SECRET));
            environment.put("YUANLIN_PUBLIC_URL", "http://127.0.0.1:8080");
            Commands.run(
                    KeycloakDistribution.command(List.of("import", "--optimized", "--file=" + realm())),
                    environment,
                    scratch);
        } finally {
            Folders.delete(scratch);
        }
    }

    /** What Keycloak must know to find its database. */
    static Map<String, String> environment(PostgresServer server, Secrets secrets) {
        return Map.of(
                "KC_DB_URL", server.url(DATABASE),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", secrets.get(DATABASE_SECRET),
                "KC_DB_POOL_INITIAL_SIZE", "2",
                "KC_DB_POOL_MAX_SIZE", "20",
                "KC_CACHE", "local");
    }
}
