package cn.yuanlin.platform.message;

import cn.yuanlin.platform.tasks.EstateTask;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One broadcast from the first inbox to the last delivery: quiet hours and pauses are times at which it goes on. */
@Component
class BroadcastTask implements EstateTask {
    static final String NAME = "message.broadcast";
    /** Then other estates' tasks have theirs: a large estate's pushes take minutes, and nobody's inbox waits for them. */
    static final int A_TURN = 100;

    private final BroadcastStore store;
    private final FanOut fanOut;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BroadcastTask(
            BroadcastStore store, FanOut fanOut, Deliveries deliveries, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.fanOut = fanOut;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Instant> work(UUID id, BooleanSupplier stopping) {
        while (fanOut.next(id)) {
            if (stopping.getAsBoolean()) return Optional.of(clock.instant());
        }
        var broadcast = Objects.requireNonNull(transaction.execute(status -> store.find(id)));
        if (broadcast.isEmpty()) return Optional.empty();
        deliveries.giveUpInterrupted(id);
        var more = true;
        for (var sent = 0; more && sent < A_TURN && !stopping.getAsBoolean(); sent++)
            more = deliveries.next(broadcast.get());
        return more ? Optional.of(clock.instant()) : deliveries.nextDue(id);
    }
}
