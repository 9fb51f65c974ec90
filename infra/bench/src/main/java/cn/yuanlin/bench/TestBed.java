package cn.yuanlin.bench;

import cn.yuanlin.local.Platform;
import cn.yuanlin.local.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;

/** A platform of its own for one benchmark, started as {@code ./run} starts it, and the doors to it. Gone when closed. */
final class TestBed implements AutoCloseable {
    private final Platform platform;
    private final Path home;

    private TestBed(Platform platform, Path home) {
        this.platform = platform;
        this.home = home;
    }

    /**
     * Forgets what an interrupted benchmark may have left; one at a time in a checkout.
     *
     * @param basePort of all its ports; with ports that are planned the launcher also records start-up caches
     */
    static TestBed start(Path root, int basePort, int cells) {
        var home = root.resolve("target/bench");
        return new TestBed(Platform.start(new Settings(root, home, basePort, cells, true, true, false)), home);
    }

    Platform platform() {
        return platform;
    }

    /** The control plane as an office reaches it: through the gateway, as the administrator of the platform. */
    Door gateway() {
        return new Door(platform.gatewayUrl() + "/api/platform", this::administrator);
    }

    /** The control plane past the gateway, for when services come and go. */
    Door tenantAdmin() {
        return new Door(platform.service("tenant-admin").url() + "/api/platform", this::administrator);
    }

    /** What anybody may read of estates, through the gateway. */
    Door estates() {
        return new Door(platform.gatewayUrl() + "/api/estates/", this::administrator);
    }

    CellDoor cell(String code) {
        var keycloak = platform.keycloak();
        return new CellDoor(new Door(
                platform.service("platform-api-" + code).url(),
                () -> keycloak.admin().serviceToken("tenant-admin", keycloak.clientSecret("tenant-admin"), "")));
    }

    private String administrator() {
        var keycloak = platform.keycloak();
        return keycloak.admin().userToken("platform-admin", keycloak.platformAdminPassword(), "openid");
    }

    /** A connection of the login by which the cell does its DDL. */
    Connection migrator(String cell) throws SQLException {
        return platform.postgres()
                .connect("cell_" + cell, cell + "_migrator", platform.secrets().get(cell + "-migrator"));
    }

    /** Executes statements as superuser. */
    void sql(String database, String statements) {
        platform.postgres().execute(database, statements);
    }

    /** The one number a query gives a superuser. */
    long number(String database, String query) {
        try (var connection = platform.postgres().connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() throws IOException {
        platform.close();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
