package cn.yuanlin.platform.events;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers one event at a time: its listeners' writes and the mark that it is done are one transaction of the estate. */
@Component
class OutboxDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);

    private final OutboxStore store;
    private final EventListeners listeners;
    private final OutboxProperties limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What became of the head of an estate's queue. */
    private enum Outcome {
        NONE,
        DONE,
        FAILED,
        LIKE_PARKED
    }

    OutboxDelivery(
            OutboxStore store,
            EventListeners listeners,
            OutboxProperties limits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Delivers the estate's next event. @return false when there is nothing more to do now */
    boolean deliverNext(Estate estate) {
        var attempt = new Attempt();
        try {
            CurrentEstate.run(estate, () -> transaction.executeWithoutResult(status -> attempt.run()));
        } catch (RuntimeException commitFailed) {
            attempt.failed(commitFailed);
        }
        var head = attempt.head;
        return switch (attempt.outcome) {
            case NONE -> false;
            case DONE -> true;
            case LIKE_PARKED -> {
                store.park(estate.schema(), Objects.requireNonNull(head).type(), clock.instant());
                yield true;
            }
            case FAILED -> noteFailure(estate, head, Objects.requireNonNull(attempt.fault));
        };
    }

    private boolean noteFailure(Estate estate, OutboxStore.@Nullable Head head, Exception fault) {
        if (head == null) {
            LOG.warn("can't read the outbox of {}", estate.id(), fault);
            return false;
        }
        var failures = store.noteFailure(head.id(), kindOf(fault), clock.instant(), limits);
        LOG.warn("event {} of type {} failed {} times", head.id(), head.type(), failures, fault);
        if (failures < limits.attempts()) return false;
        store.park(estate.schema(), head.type(), clock.instant());
        LOG.error("events of type {} are parked in estate {}", head.type(), estate.id());
        return true;
    }

    /** Says what failed without saying on which values. */
    private static String kindOf(Exception fault) {
        var root = NestedExceptionUtils.getMostSpecificCause(fault);
        return root.getClass().getName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
    }

    /** One transaction's worth: what it found must outlive its rollback. */
    private final class Attempt {
        private Outcome outcome = Outcome.NONE;
        private OutboxStore.@Nullable Head head;
        private @Nullable Exception fault;

        void run() {
            var found = store.lockHead(clock.instant()).orElse(null);
            head = found;
            if (found == null) return;
            if (found.likeParked()) {
                outcome = Outcome.LIKE_PARKED;
                return;
            }
            try {
                listeners.deliver(found.type(), found.payload(), new Delivery(found.id(), found.writtenAt()));
            } catch (Exception thrown) {
                failed(thrown);
                throw new ListenerFailedException(thrown);
            }
            store.markDone(found.id(), clock.instant());
            outcome = Outcome.DONE;
        }

        void failed(Exception thrown) {
            outcome = Outcome.FAILED;
            if (fault == null) fault = thrown;
        }
    }

    /** Rolls the transaction back. */
    private static final class ListenerFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ListenerFailedException(Exception cause) {
            super(cause);
        }
    }
}
