package cn.yuanlin.platform.rotation;

import cn.yuanlin.platform.keys.NextKeys;
import cn.yuanlin.platform.rotation.Rotation.Stage;
import cn.yuanlin.platform.tasks.EstateTask;
import cn.yuanlin.platform.tenancy.CellRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an estate from stage to stage. Each turn of its keys is one transaction with the new stage, under the lock of the estate's
 * row; between the turns it waits until nobody goes on with what was read before.
 */
@Component
class RotationTask implements EstateTask {
    static final String NAME = "keys.rotation";
    private static final Duration WRITERS_END = Duration.ofSeconds(5);

    private final CellRole registrar;
    private final NextKeys keys;
    private final SealedRows rows;
    private final Renewal renewal;
    private final RotationSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RotationTask(
            @Qualifier("registrar") CellRole registrar,
            NextKeys keys,
            SealedRows rows,
            Renewal renewal,
            RotationSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.registrar = registrar;
        this.keys = keys;
        this.rows = rows;
        this.renewal = renewal;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> work(UUID estate, BooleanSupplier stopping) {
        var found = registrar.call(jdbc -> RotationStore.find(jdbc, estate));
        if (found.isEmpty()) return Optional.empty();
        var rotation = found.get();
        var waitedFor = rotation.since().plus(settings.pause());
        if (waits(rotation.stage()) && clock.instant().isBefore(waitedFor)) return Optional.of(waitedFor);
        return switch (rotation.stage()) {
            case ORDERED -> add(estate, rotation);
            case ADDED -> turn(estate, rotation, Stage.PROMOTED, jdbc -> keys.promote(jdbc, estate));
            case PROMOTED -> retire(estate, rotation);
            case RETIRED -> renew(estate, rotation, stopping);
            case RENEWED -> forgetFormer(estate, rotation);
            case DONE -> Optional.empty();
        };
    }

    private static boolean waits(Stage stage) {
        return switch (stage) {
            // Until every process reads with the new keys; until none writes with the former ones; until none reads
            // with them.
            case ADDED, PROMOTED, RENEWED -> true;
            case ORDERED, RETIRED, DONE -> false;
        };
    }

    private Optional<Instant> add(UUID estate, Rotation rotation) {
        var used = Objects.requireNonNull(transaction.execute(status -> rows.retired()));
        return turn(estate, rotation, Stage.ADDED, jdbc -> keys.add(jdbc, estate, used));
    }

    /** From its commit on, whoever writes with a former key is refused; who wrote before is waited for. */
    private Optional<Instant> retire(UUID estate, Rotation rotation) {
        var former = former(estate, rotation);
        transaction.executeWithoutResult(status -> rows.retire(former));
        return turn(estate, rotation, Stage.RETIRED, jdbc -> RotationStore.setHorizon(jdbc, estate));
    }

    private Optional<Instant> renew(UUID estate, Rotation rotation, BooleanSupplier stopping) {
        if (!registrar.call(jdbc -> RotationStore.horizonPassed(jdbc, estate)))
            return Optional.of(clock.instant().plus(WRITERS_END));
        var former = former(estate, rotation);
        if (!renewal.renew(former, stopping)) return Optional.of(clock.instant());
        if (renewal.anyUnder(former))
            throw new IllegalStateException("values under a former key are left in " + estate);
        return turn(estate, rotation, Stage.RENEWED, jdbc -> {});
    }

    private Optional<Instant> forgetFormer(UUID estate, Rotation rotation) {
        // A value that came back, as from a backup of one table, would be lost with its key.
        if (renewal.anyUnder(former(estate, rotation))) return turn(estate, rotation, Stage.RETIRED, jdbc -> {});
        return turn(estate, rotation, Stage.DONE, jdbc -> keys.forgetFormer(jdbc, estate));
    }

    /** Of this rotation: in a later one they would be other keys, which write. */
    private List<byte[]> former(UUID estate, Rotation rotation) {
        return registrar.call(jdbc ->
                RotationStore.lock(jdbc, estate, rotation) ? keys.formerPrefixes(jdbc, estate) : List.<byte[]>of());
    }

    /** @return at once: what comes next says itself whether it waits */
    private Optional<Instant> turn(UUID estate, Rotation rotation, Stage to, Consumer<JdbcClient> keysTurn) {
        registrar.run(jdbc -> {
            if (!RotationStore.lock(jdbc, estate, rotation)) return;
            // The horizon and the stage it belongs to come together.
            RotationStore.move(jdbc, estate, to, clock.instant());
            keysTurn.accept(jdbc);
        });
        return Optional.of(clock.instant());
    }
}
