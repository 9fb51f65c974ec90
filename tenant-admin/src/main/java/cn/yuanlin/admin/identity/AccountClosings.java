package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.cell.Cells;
import cn.yuanlin.admin.cell.Hindrance;
import cn.yuanlin.admin.identity.ClosingOutcome.Closed;
import cn.yuanlin.admin.identity.ClosingOutcome.Hindered;
import cn.yuanlin.admin.identity.ClosingOutcome.PhoneProofNeeded;
import cn.yuanlin.admin.identity.ClosingOutcome.ReverificationNeeded;
import cn.yuanlin.admin.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a resident's account everywhere. The intent and an order to go through with it are one commit; from then on the account opens
 * nothing and its phone is free, whatever becomes of this process.
 */
@Component
class AccountClosings {
    private static final Logger log = LoggerFactory.getLogger(AccountClosings.class);

    private static final Duration TIME_TO_NOTICE = Duration.ofDays(7);

    private final ResidentAccountStore store;
    private final Cells cells;
    private final CellClient client;
    private final ClosingWork work;
    private final ClosingOrders orders;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountClosings(
            ResidentAccountStore store,
            Cells cells,
            CellClient client,
            ClosingWork work,
            ClosingOrders orders,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.cells = cells;
        this.client = client;
        this.work = work;
        this.orders = orders;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Nothing is closed while anything holds the person anywhere, or a cell can't be asked.
     *
     * @throws CellUnavailable if a cell can't be asked
     */
    ClosingOutcome close(UUID subject) {
        // Before any cell is: a stranger with the unlocked phone learns nothing of the person's offices.
        var refusal = refusal(subject);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var hindrances = hindrances(subject);
        if (!hindrances.isEmpty()) {
            return new Hindered(hindrances);
        }
        var outcome = Objects.requireNonNull(transaction.execute(status -> decide(subject)));
        if (outcome instanceof Closed) {
            goOnNow(subject);
        }
        return outcome;
    }

    private List<Hindrance> hindrances(UUID subject) {
        return cells.inUse().stream()
                .flatMap(cell -> client.hindrances(cell.code(), subject).stream())
                .toList();
    }

    private ClosingOutcome decide(UUID subject) {
        store.lock(subject);
        return refusal(subject).orElseGet(() -> {
            store.close(subject, clock.instant());
            audit.record("resident.close-account", new Subject("resident", subject.toString(), "居民", null), Map.of());
            orders.place(subject);
            return new Closed();
        });
    }

    private Optional<ClosingOutcome> refusal(UUID subject) {
        var now = clock.instant();
        if (!store.phoneWasShownSince(subject, now.minus(OwnIdentity.PROOF_LIFE))) {
            return Optional.of(new PhoneProofNeeded());
        }
        return isInDoubtSince(subject, now.minus(TIME_TO_NOTICE))
                ? Optional.of(new ReverificationNeeded())
                : Optional.empty();
    }

    private boolean isInDoubtSince(UUID subject, Instant since) {
        return store.find(subject)
                .filter(account -> account.reverifySince() != null
                        && account.reverifySince().isAfter(since))
                .isPresent();
    }

    /** So that as a rule all is done when the person is told so. */
    private void goOnNow(UUID subject) {
        try {
            work.goOn(subject);
        } catch (CellUnavailable | CellRefused | Refusal away) {
            log.warn("an account is closed, the rest follows: {}", away.getMessage());
        }
    }
}
