package cn.yuanlin.platform.provisioning;

import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import cn.yuanlin.platform.tenancy.EstateState;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes an estate out of the cell for good. */
@Component
class EstateRemoval {
    private static final Set<EstateState> REMOVABLE =
            Set.of(EstateState.STAGED, EstateState.PROVISIONED, EstateState.ARCHIVED);

    private final Migrator migrator;
    private final EstateKeys keys;
    private final EstateRegistry registry;

    EstateRemoval(Migrator migrator, EstateKeys keys, EstateRegistry registry) {
        this.migrator = migrator;
        this.keys = keys;
        this.registry = registry;
    }

    /**
     * Destroys the estate's key first: a removal that is cut short has to be run again, and what it left can't be read.
     *
     * @return false if the estate is open or suspended, and nothing was touched
     */
    boolean remove(Estate estate) throws SQLException {
        if (!REMOVABLE.contains(estate.state())) return false;
        keys.destroy(estate.id());
        var schema = estate.schema();
        try (var connection = migrator.open();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists %s cascade; ".formatted(schema)
                    + "drop role if exists %s; ".formatted(schema)
                    + "delete from cell.outbox where estate = '%s'; ".formatted(schema)
                    + "delete from cell.estate where id = '%s'".formatted(estate.id()));
            connection.commit();
        }
        registry.forget();
        return true;
    }
}
