package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.provisioning.Changelog.RanChangeSet;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings the schema of one estate forward to this release: what its change log lacks, its rights and its version, in one transaction.
 * Killed anywhere, nothing was done and it is simply run again.
 */
@Component
class SchemaRollout {
    /**
     * For each lock: whoever comes after a change that waits for a table waits too, and what the script altered before stays locked
     * meanwhile. One that alters several tables may hold the estate up by this for each.
     */
    private static final String PATIENCE = "3s";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Migrator migrator;
    private final Changelog changelog;
    private final EstateRegistry registry;

    /** What became of a roll-out. */
    sealed interface Outcome {
        /** @param version the schema has now */
        record Reached(int version) implements Outcome {}

        /** Somebody else is at this schema. */
        record UnderWay() implements Outcome {}

        /** Somebody uses a table too long that has to change: nothing was done. */
        record InUse() implements Outcome {}
    }

    SchemaRollout(Migrator migrator, Changelog changelog, EstateRegistry registry) {
        this.migrator = migrator;
        this.changelog = changelog;
        this.registry = registry;
    }

    /**
     * @param estate has a schema
     * @throws SQLException if the database failed or refused a change; then the schema is as it was
     */
    Outcome update(Estate estate) throws SQLException {
        var version = estate.schemaVersion();
        if (version != null && version >= changelog.release().version()) return new Outcome.Reached(version);
        try (var connection = migrator.open()) {
            if (!lock(connection, estate)) return new Outcome.UnderWay();
            limitWaiting(connection);
            var script = changelog.updateFrom(stateOf(connection, estate));
            var reached = run(connection, estate, script);
            connection.commit();
            return new Outcome.Reached(reached);
        } catch (SQLException fault) {
            if (LOCK_NOT_AVAILABLE.equals(fault.getSQLState())) return new Outcome.InUse();
            throw fault;
        } finally {
            registry.forget();
        }
    }

    /** Before anything is read: the change log itself may be what is held. */
    private static void limitWaiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + PATIENCE + "'");
        }
    }

    /** Role and path are the transaction's, so that neither stays on the pooled connection whatever happens. */
    private static int run(Connection connection, Estate estate, String script) throws SQLException {
        var schema = estate.schema();
        try (var statement = connection.createStatement()) {
            statement.execute("set local search_path = %s; ".formatted(schema)
                    + script
                    + "; select cell.grant_estate('%s')".formatted(schema));
            try (var row = statement.executeQuery(
                    "update cell.estate set schema_version = (select count(*) from %s.databasechangelog) where id = '%s' returning schema_version"
                            .formatted(schema, estate.id()))) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<RanChangeSet> stateOf(Connection connection, Estate estate) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id, author, filename, orderexecuted, md5sum from %s.databasechangelog order by orderexecuted"
                                .formatted(estate.schema()))) {
            var state = new ArrayList<RanChangeSet>();
            while (rows.next())
                state.add(new RanChangeSet(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4), rows.getString(5)));
            return state;
        }
    }

    /** Ends with the transaction, and so with the session of a process that is killed. */
    private static boolean lock(Connection connection, Estate estate) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, estate.schema());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
