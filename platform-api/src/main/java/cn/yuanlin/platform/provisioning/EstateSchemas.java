package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes an estate's role and schema, all of it or nothing. */
@Component
public class EstateSchemas {
    private final Migrator migrator;
    private final Changelog changelog;
    private final EstateRegistry registry;
    private final String prefix;

    EstateSchemas(
            Migrator migrator,
            Changelog changelog,
            EstateRegistry registry,
            @Value("${yuanlin.role-prefix}") String prefix) {
        this.migrator = migrator;
        this.changelog = changelog;
        this.registry = registry;
        this.prefix = prefix;
    }

    /**
     * Makes the schema of a registered estate unless it is there.
     *
     * @return its version
     * @throws SQLException if the database failed; then nothing was made
     */
    public int create(Estate estate) throws SQLException {
        try (var connection = migrator.open()) {
            var version = lock(connection, estate.id());
            if (version > 0) return version;
            build(connection, estate);
            connection.commit();
        }
        registry.forget();
        return changelog.release().version();
    }

    private void build(Connection connection, Estate estate) throws SQLException {
        var release = changelog.release();
        var schema = estate.schema();
        try (var statement = connection.createStatement()) {
            statement.execute("create role %s nologin; ".formatted(schema)
                    + "grant %sestate to %s with inherit true, set false; ".formatted(prefix, schema)
                    + "grant %s to %sapp with inherit false, set true; ".formatted(schema, prefix)
                    + "create schema %s; set local search_path = %s; ".formatted(schema, schema)
                    + release.script()
                    + "; select cell.grant_estate('%s'); ".formatted(schema)
                    + "update cell.estate set schema_version = %d, state = 'PROVISIONED' where id = '%s'"
                            .formatted(release.version(), estate.id()));
        }
    }

    /** Locks the estate's row, so that one call makes the schema and the others find it made. */
    private static int lock(Connection connection, UUID estate) throws SQLException {
        try (var select =
                connection.prepareStatement("select schema_version from cell.estate where id = ? for update")) {
            select.setObject(1, estate);
            try (var row = select.executeQuery()) {
                if (!row.next()) throw new SQLException("the estate is not registered");
                return row.getInt(1);
            }
        }
    }
}
