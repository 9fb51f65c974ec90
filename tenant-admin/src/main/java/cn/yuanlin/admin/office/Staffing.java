package cn.yuanlin.admin.office;

import static cn.yuanlin.admin.office.StaffState.ACTIVE;
import static cn.yuanlin.admin.office.StaffState.ADDING;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.keycloak.Account;
import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.keycloak.UsernameLock;
import cn.yuanlin.admin.office.StaffOutcome.Added;
import cn.yuanlin.admin.office.StaffOutcome.AlreadyStaff;
import cn.yuanlin.admin.office.StaffOutcome.Busy;
import cn.yuanlin.admin.office.StaffOutcome.UsernameTaken;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes people on. The intent is committed first, then Keycloak is told, then the row becomes ACTIVE: killed anywhere,
 * the same request again completes it.
 */
@Component
class Staffing {
    private final StaffStore store;
    private final Accounts accounts;
    private final UsernameLock lock;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Staffing(
            StaffStore store,
            Accounts accounts,
            UsernameLock lock,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.lock = lock;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param area of the one who adds; an account that only other areas employed is not theirs to take
     * @throws cn.yuanlin.admin.shared.Refusal while Keycloak is away; the intent stays, for the same request again
     */
    StaffOutcome add(UUID office, String username, String name, Area area) {
        transaction.executeWithoutResult(
                status -> store.intendToAdd(ids.next(), office, username, name, clock.instant()));
        return Objects.requireNonNull(transaction.execute(status -> complete(office, username, name, area)));
    }

    private StaffOutcome complete(UUID office, String username, String name, Area area) {
        if (!lock.tryHold(username)) {
            return new Busy();
        }
        var intent = store.current(office, username);
        if (intent.isEmpty() || intent.get().state() != ADDING) {
            return intent.filter(row -> row.state() == ACTIVE).isPresent() ? new AlreadyStaff() : new Busy();
        }
        var others =
                store.of(username).stream().filter(row -> row.subject() != null).toList();
        var existing = accounts.find(username);
        if (existing.isPresent() && !mayEmploy(existing.get(), office, others, area)) {
            store.forgetIntent(intent.get().id());
            return new UsernameTaken();
        }
        return employ(intent.get(), name, others);
    }

    /** Ours: an account our staff rows know, in this area, or one that an interrupted try of this very office made. */
    private static boolean mayEmploy(Account account, UUID office, List<Staff> others, Area area) {
        var known = others.stream().filter(row -> account.subject().equals(row.subject()));
        return known.anyMatch(row -> area.covers(row.office()))
                || account.offices().contains(office);
    }

    private Added employ(Staff intent, String name, List<Staff> others) {
        var elsewhere = others.stream()
                .filter(row -> row.state() == ACTIVE)
                .map(Staff::office)
                .collect(Collectors.toSet());
        var offices = new HashSet<>(elsewhere);
        offices.add(intent.office());
        var account = accounts.ensureAccount(intent.username(), name, offices);
        accounts.setOffices(account.subject(), offices);
        if (!account.enabled()) {
            accounts.enable(account.subject());
        }
        // Whoever works elsewhere already has a password of their own; it is not ours to change.
        var password = elsewhere.isEmpty()
                ? Optional.of(accounts.temporaryPassword(account.subject()))
                : Optional.<String>empty();
        store.activate(intent.id(), account.subject(), name);
        audit.record(
                "staff.add",
                new Subject("staff", intent.id().toString(), name, intent.office()),
                Map.of("office", intent.officeName(), "username", intent.username()));
        var staff = store.find(intent.office(), intent.id()).orElseThrow();
        return new Added(staff, password.orElse(null));
    }
}
