package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.tasks.EstateTasks;
import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.EstateState;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders new keys for estates. */
@Component
class Rotations {
    private final CellRole registrar;
    private final EstateTasks tasks;
    private final SealedRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What became of an order. */
    sealed interface Outcome {
        record UnderWay(Rotation rotation) implements Outcome {}

        /** Not opened yet, or closed for good. */
        record NotOpen() implements Outcome {}

        /** The schema is of an older release and has to be rolled out first. */
        record SchemaTooOld() implements Outcome {}
    }

    Rotations(
            @Qualifier("registrar") CellRole registrar,
            EstateTasks tasks,
            SealedRows rows,
            TransactionTemplate transaction,
            Clock clock) {
        this.registrar = registrar;
        this.tasks = tasks;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Orders new keys unless they are under way; a repeated order goes on with what a crash has left. */
    Outcome order(Estate estate) {
        // Before it is opened a workbook may be waiting, which is encrypted but not in the estate's schema.
        if (estate.state() != EstateState.ACTIVE && estate.state() != EstateState.SUSPENDED)
            return new Outcome.NotOpen();
        return CurrentEstate.call(estate, () -> {
            if (!Objects.requireNonNull(transaction.execute(status -> rows.hasTables())))
                return new Outcome.SchemaTooOld();
            var now = clock.instant();
            registrar.run(jdbc -> RotationStore.order(jdbc, estate.id(), now));
            tasks.order(RotationTask.NAME, estate.id(), now);
            return new Outcome.UnderWay(find(estate.id()).orElseThrow());
        });
    }

    Optional<Rotation> find(UUID estate) {
        return registrar.call(jdbc -> RotationStore.find(jdbc, estate));
    }
}
