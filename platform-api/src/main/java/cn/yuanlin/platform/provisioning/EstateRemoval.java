package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.EstateState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes an estate out of the cell for good, in two transactions that each decide on the estate's locked row: the first leaves an
 * estate that is registered and nothing more, the second destroys its key and forgets it. Cut off anywhere, what is left can be
 * removed again or built again, and no data is left whose key is gone.
 */
@Component
class EstateRemoval {
    private static final Set<EstateState> REMOVABLE =
            Set.of(EstateState.STAGED, EstateState.PROVISIONED, EstateState.ARCHIVED);

    private final Migrator migrator;
    private final EstateKeys keys;
    private final EstateRegistry registry;
    private final ObjectProvider<OutsideData> outside;

    /** What became of a removal. */
    enum Outcome {
        REMOVED,
        /** Not here, or registered anew since. */
        UNKNOWN,
        /** Open or suspended: nothing was touched. */
        REFUSED
    }

    private record Row(String schema, EstateState state, Instant registeredAt) {}

    EstateRemoval(Migrator migrator, EstateKeys keys, EstateRegistry registry, ObjectProvider<OutsideData> outside) {
        this.migrator = migrator;
        this.keys = keys;
        this.registry = registry;
        this.outside = outside;
    }

    /** @param registeredAt removes that registration only; null for whichever there is */
    Outcome remove(UUID estate, @Nullable Instant registeredAt) throws SQLException {
        var emptied = empty(estate, registeredAt);
        registry.forget();
        if (emptied.isEmpty()) return Outcome.UNKNOWN;
        if (!REMOVABLE.contains(emptied.get().state())) return Outcome.REFUSED;
        forget(estate, emptied.get().registeredAt());
        registry.forget();
        return Outcome.REMOVED;
    }

    /** Drops what the estate has. The wrapped keys go with it, so that nothing can be written any more that nobody could read. */
    private Optional<Row> empty(UUID estate, @Nullable Instant registeredAt) throws SQLException {
        try (var connection = migrator.open();
                var statement = connection.createStatement()) {
            var row = lock(connection, estate)
                    .filter(found -> registeredAt == null || registeredAt.equals(found.registeredAt()));
            if (row.isEmpty() || !REMOVABLE.contains(row.get().state())) return row;
            var schema = row.get().schema();
            statement.execute("drop schema if exists %s cascade; ".formatted(schema)
                    + "drop role if exists %s; ".formatted(schema)
                    + "delete from cell.outbox where estate = '%s'; ".formatted(schema)
                    + "delete from cell.staged_chunk where estate_id = '%s'; ".formatted(estate)
                    + "delete from cell.staged_workbook where estate_id = '%s'; ".formatted(estate)
                    + "delete from cell.estate_key where estate_id = '%s'; ".formatted(estate)
                    + "delete from cell.key_rotation where estate_id = '%s'; ".formatted(estate)
                    + "update cell.estate set state = 'STAGED', schema_version = null where id = '%s'"
                            .formatted(estate));
            connection.commit();
            return row;
        }
    }

    /** Leaves an estate alone that was given keys again meanwhile: somebody has begun to build it. */
    private void forget(UUID estate, Instant registeredAt) throws SQLException {
        try (var connection = migrator.open();
                var statement = connection.createStatement()) {
            var row = lock(connection, estate)
                    .filter(found -> found.state() == EstateState.STAGED)
                    .filter(found -> found.registeredAt().equals(registeredAt));
            if (row.isEmpty() || hasKeys(connection, estate)) return;
            // With the row held, so that nobody builds it anew meanwhile; if it can't be reached, the removal is tried
            // again.
            var schema = row.get().schema();
            outside.forEach(data -> data.destroy(schema));
            keys.destroy(estate);
            statement.execute("delete from cell.estate where id = '%s'".formatted(estate));
            connection.commit();
        }
    }

    /** A call that waits here for another removal finds nothing, also if the estate is registered anew by then. */
    private static Optional<Row> lock(Connection connection, UUID estate) throws SQLException {
        try (var select = connection.prepareStatement(
                "select schema_name, state, registered_at from cell.estate where id = ? for update")) {
            select.setObject(1, estate);
            try (var row = select.executeQuery()) {
                if (!row.next()) return Optional.empty();
                return Optional.of(new Row(
                        row.getString(1),
                        EstateState.valueOf(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()));
            }
        }
    }

    private static boolean hasKeys(Connection connection, UUID estate) throws SQLException {
        try (var select =
                connection.prepareStatement("select exists (select from cell.estate_key where estate_id = ?)")) {
            select.setObject(1, estate);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
