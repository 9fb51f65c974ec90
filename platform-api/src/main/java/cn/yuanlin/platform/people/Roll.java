package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the owner roll. */
@Service
class Roll {
    private final UnitStore units;
    private final RollStore versions;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Roll(UnitStore units, RollStore versions, EstateKeys keys, AuditTrail audit, TransactionTemplate transaction) {
        this.units = units;
        this.versions = versions;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    Page<Building> buildings(Keyset keyset) {
        return Page.of(units.buildings(keyset), keyset, building -> List.of(UnitNo.buildingSortKey(building.name())));
    }

    /** @param building null for all */
    @Transactional(readOnly = true)
    Page<Unit> units(@Nullable UUID building, Keyset keyset) {
        return Page.of(units.units(building, keyset), keyset, unit -> List.of(unit.sortKey()));
    }

    @Transactional(readOnly = true)
    Optional<Unit> unit(UUID id) {
        return units.unit(id);
    }

    /** Units with their holders, as the roll is now; leaves a row that says who read how much of it. */
    Page<RollUnit> read(Keyset keyset, Caller reader) {
        // Opened before the transaction, because opening keys takes another connection.
        var secrets = new PersonSecrets(keys.current());
        return transaction.execute(status -> {
            var page = Page.of(
                    units.roll(keyset, secrets),
                    keyset,
                    entry -> List.of(entry.unit().sortKey()));
            audit.note(
                    reader.subject(),
                    "roll.read",
                    "roll",
                    "current",
                    Map.of("units", page.items().size()));
            return page;
        });
    }

    @Transactional(readOnly = true)
    Page<FrozenRoll> versions(Keyset keyset) {
        return Page.of(versions.versions(keyset), keyset, version -> List.of(Integer.toString(version.version())))
                .map(FrozenRoll::of);
    }

    @Transactional(readOnly = true)
    Optional<FrozenRoll> version(int version) {
        return versions.version(version).map(FrozenRoll::of);
    }
}
