package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.springframework.stereotype.Component;

/** Brings the schema of one estate forward to this release, by Liquibase. Killed anywhere, it is simply run again. */
@Component
class SchemaRollout {
    private final Migrator migrator;
    private final Changelog changelog;
    private final EstateRegistry registry;

    SchemaRollout(Migrator migrator, Changelog changelog, EstateRegistry registry) {
        this.migrator = migrator;
        this.changelog = changelog;
        this.registry = registry;
    }

    /**
     * @param estate has a schema
     * @return the version the schema has now; empty if somebody else is at it
     * @throws SQLException if the database failed; what was done stays and the next run goes on from there
     * @throws LiquibaseException if a change set failed; those before it stay
     */
    OptionalInt update(Estate estate) throws SQLException, LiquibaseException {
        var version = estate.schemaVersion();
        if (version != null && version >= changelog.release().version()) return OptionalInt.of(version);
        try (var connection = migrator.open()) {
            if (!lock(connection, estate)) return OptionalInt.empty();
            try {
                runChangeSets(connection, estate.schema());
                return OptionalInt.of(settle(connection, estate));
            } finally {
                connection.rollback();
                unlock(connection, estate);
            }
        } finally {
            registry.forget();
        }
    }

    /** Runs what is missing, and nothing if nothing is. */
    void runChangeSets(Connection connection, String schema) throws SQLException, LiquibaseException {
        changelog.useOwnScope();
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = " + schema);
            connection.commit();
            var database = new EstateDatabase();
            database.setConnection(new JdbcConnection(connection));
            var liquibase = new Liquibase(changelog.file(), new ClassLoaderResourceAccessor(), database);
            liquibase.update(new Contexts(), new LabelExpression());
            statement.execute("reset search_path");
            connection.commit();
        }
    }

    private static int settle(Connection connection, Estate estate) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select cell.grant_estate('%s')".formatted(estate.schema()));
            try (var row = statement.executeQuery(
                    "update cell.estate set schema_version = (select count(*) from %s.databasechangelog) where id = '%s' returning schema_version"
                            .formatted(estate.schema(), estate.id()))) {
                row.next();
                var version = row.getInt(1);
                connection.commit();
                return version;
            }
        }
    }

    private static boolean lock(Connection connection, Estate estate) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, estate.schema());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void unlock(Connection connection, Estate estate) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
            statement.setString(1, estate.schema());
            statement.execute();
            connection.commit();
        }
    }
}
