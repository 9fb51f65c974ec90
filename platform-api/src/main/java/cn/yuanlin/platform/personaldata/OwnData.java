package cn.yuanlin.platform.personaldata;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.KnownRoles;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a person their own data, and lets them go. */
@Service
class OwnData {
    private static final List<String> KEPT =
            List.of("业主名册由业委会依法保存，注销账号不改变您的业主身份。", "您参与表决、申请和操作的记录依法保留，只留编号，不留姓名和手机号。");

    private final ObjectProvider<PersonalRecords> records;
    private final Consents consents;
    private final AuditTrail audit;
    private final KnownRoles known;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param sections all that this estate keeps of the person, by feature */
    record OwnDataExport(
            String estate, Instant exportedAt, String subject, Map<String, List<? extends Record>> sections) {}

    /** How closing ended. */
    sealed interface ClosingOutcome {
        /** @param kept what stays, and why, in words for the person */
        record AccountClosed(Instant closedAt, List<String> kept) implements ClosingOutcome {}

        record Hindered(String why) implements ClosingOutcome {}
    }

    OwnData(
            ObjectProvider<PersonalRecords> records,
            Consents consents,
            AuditTrail audit,
            KnownRoles known,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.consents = consents;
        this.audit = audit;
        this.known = known;
        this.transaction = transaction;
        this.clock = clock;
    }

    OwnDataExport export(Caller person) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var sections = new LinkedHashMap<String, List<? extends Record>>();
            records.orderedStream().forEach(kept -> sections.put(kept.section(), kept.of(person.subject())));
            note(person.subject(), "personal-data.exported");
            return new OwnDataExport(CurrentEstate.get().name(), clock.instant(), person.subject(), sections);
        }));
    }

    /** Ends everything the person is in this estate; the account itself is the control plane's to end. */
    ClosingOutcome close(Caller person) {
        return close(person.subject());
    }

    ClosingOutcome close(String subject) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> closeAll(subject)));
        known.forget(subject);
        if (outcome instanceof ClosingOutcome.AccountClosed)
            records.orderedStream().forEach(kept -> kept.closed(subject));
        return outcome;
    }

    /** Whether this estate keeps anything of the person. One whose schema is older than accounts of residents doesn't. */
    boolean knows(String subject) {
        return Objects.requireNonNull(transaction.execute(status -> consents.hasTable()
                && records.orderedStream().anyMatch(kept -> !kept.of(subject).isEmpty())));
    }

    /** Why the person can't leave this estate yet. */
    Optional<String> hindrance(String subject) {
        return Objects.requireNonNull(transaction.execute(status -> firstHindrance(subject)));
    }

    private Optional<String> firstHindrance(String subject) {
        return records.orderedStream()
                .map(kept -> kept.hinders(subject))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private ClosingOutcome closeAll(String subject) {
        var hindrance = firstHindrance(subject);
        if (hindrance.isPresent()) return new ClosingOutcome.Hindered(hindrance.get());
        records.orderedStream().forEach(kept -> kept.close(subject));
        note(subject, "account.closed");
        return new ClosingOutcome.AccountClosed(clock.instant(), KEPT);
    }

    private void note(String subject, String act) {
        audit.note(subject, act, "member", subject, Map.of());
    }
}
