package cn.yuanlin.admin.office;

import static cn.yuanlin.admin.office.StaffState.ACTIVE;
import static cn.yuanlin.admin.office.StaffState.ADDING;
import static cn.yuanlin.admin.office.StaffState.REMOVING;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.keycloak.UsernameLock;
import cn.yuanlin.admin.office.StaffOutcome.Busy;
import cn.yuanlin.admin.office.StaffOutcome.NotFound;
import cn.yuanlin.admin.office.StaffOutcome.Oneself;
import cn.yuanlin.admin.office.StaffOutcome.Removed;
import cn.yuanlin.admin.security.Caller;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people go. The row stops granting anything at once; Keycloak hears of it afterwards, as often as it takes.
 */
@Component
class StaffRemoval {
    private final StaffStore store;
    private final Accounts accounts;
    private final UsernameLock lock;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffRemoval(
            StaffStore store,
            Accounts accounts,
            UsernameLock lock,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.lock = lock;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws cn.yuanlin.admin.shared.Refusal while Keycloak is away; access has ended nevertheless */
    StaffOutcome remove(UUID office, UUID id, Caller by) {
        var found = store.find(office, id).filter(row -> row.state() != ADDING);
        if (found.isEmpty()) {
            return new NotFound();
        }
        var staff = found.get();
        if (by.subject().equals(String.valueOf(staff.subject()))) {
            return new Oneself();
        }
        if (staff.state() == ACTIVE) {
            transaction.executeWithoutResult(status -> intend(staff));
        }
        return complete(office, id, staff.username());
    }

    private void intend(Staff staff) {
        if (store.intendToRemove(staff.id())) {
            audit.record(
                    "staff.remove",
                    new Subject("staff", staff.id().toString(), staff.name(), staff.office()),
                    Map.of("office", staff.officeName(), "username", staff.username()));
        }
    }

    /** Tells Keycloak of a removal that was intended; a second time changes nothing. */
    StaffOutcome complete(UUID office, UUID id, String username) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!lock.tryHold(username)) {
                return new Busy();
            }
            store.find(office, id).filter(row -> row.state() == REMOVING).ifPresent(this::tellKeycloak);
            return new Removed();
        }));
    }

    private void tellKeycloak(Staff staff) {
        var subject = Objects.requireNonNull(staff.subject());
        var left = store.of(staff.username()).stream()
                .filter(row -> row.state() == ACTIVE)
                .map(Staff::office)
                .collect(Collectors.toSet());
        var account =
                accounts.find(staff.username()).filter(found -> found.subject().equals(subject));
        if (account.isPresent()) {
            accounts.setOffices(subject, left);
            if (left.isEmpty()) {
                accounts.disable(subject);
            }
        }
        store.markRemoved(staff.id(), clock.instant());
    }
}
