package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.KnownRoles;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.committee.AppointmentOutcome.AlreadyLeft;
import cn.yuanlin.platform.committee.AppointmentOutcome.ChairTaken;
import cn.yuanlin.platform.committee.AppointmentOutcome.Done;
import cn.yuanlin.platform.committee.AppointmentOutcome.InOffice;
import cn.yuanlin.platform.committee.AppointmentOutcome.NotOwner;
import cn.yuanlin.platform.committee.AppointmentOutcome.OutsideTerm;
import cn.yuanlin.platform.committee.AppointmentOutcome.ServesProperty;
import cn.yuanlin.platform.committee.AppointmentOutcome.Unknown;
import cn.yuanlin.platform.membership.Ties;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Terms, appointments and resignations. Each is a row that stays; roles follow from the rows and the day. */
@Service
class Committee {
    private final CommitteeStore store;
    private final StaffStore staff;
    private final Ties ties;
    private final KnownRoles known;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param from the first day */
    record Nomination(UUID membership, Office office, LocalDate from) {}

    Committee(
            CommitteeStore store,
            StaffStore staff,
            Ties ties,
            KnownRoles known,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.staff = staff;
        this.ties = ties;
        this.known = known;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Page<CommitteeTerm> terms(Keyset keyset) {
        return Objects.requireNonNull(transaction.execute(status -> Page.of(
                store.terms(keyset), keyset, term -> List.of(term.startsOn().toString()))));
    }

    /** Empty if it would overlap another term. */
    Optional<CommitteeTerm> open(Caller byWhom, LocalDate startsOn, LocalDate endsOn) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            return store.insertTerm(startsOn, endsOn, byWhom, clock.instant()).map(id -> {
                note(byWhom, "term.opened", "term", id);
                return new CommitteeTerm(id, startsOn, endsOn, List.of());
            });
        }));
    }

    AppointmentOutcome appoint(Caller byWhom, UUID term, Nomination nomination) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            return appointLocked(byWhom, term, nomination);
        }));
        return remembered(outcome);
    }

    private AppointmentOutcome appointLocked(Caller byWhom, UUID id, Nomination nomination) {
        var term = store.term(id).orElse(null);
        if (term == null) return new Unknown();
        if (!term.includes(nomination.from())) return new OutsideTerm(term);
        var subject = ties.ownerBehind(nomination.membership()).orElse(null);
        if (subject == null) return new NotOwner();
        if (staff.servesProperty(subject, nomination.from(), term.endsOn())) return new ServesProperty();
        var inOffice = term.appointments().stream()
                .filter(sitting -> sitting.left() == null || sitting.left().isAfter(nomination.from()))
                .toList();
        if (inOffice.stream().anyMatch(sitting -> sitting.subject().equals(subject))) return new InOffice();
        if (nomination.office() == Office.CHAIR
                && inOffice.stream().anyMatch(sitting -> sitting.office() == Office.CHAIR)) return new ChairTaken();
        var draft = new Appointment(
                id, id, nomination.membership(), subject, "", nomination.office(), nomination.from(), null, null);
        var made = store.insertAppointment(draft, byWhom, clock.instant());
        note(byWhom, "appointment.made", "appointment", made);
        return new Done(store.appointment(made).orElseThrow());
    }

    /** @param on the first day without the office; not before the office began */
    AppointmentOutcome resign(Caller byWhom, UUID appointment, LocalDate on, String reason) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            return resignLocked(byWhom, appointment, on, reason);
        }));
        return remembered(outcome);
    }

    private AppointmentOutcome resignLocked(Caller byWhom, UUID id, LocalDate on, String reason) {
        var sitting = store.appointment(id).orElse(null);
        if (sitting == null) return new Unknown();
        if (sitting.left() != null) return new AlreadyLeft();
        var term = store.term(sitting.term()).orElseThrow();
        if (on.isBefore(sitting.from()) || on.isAfter(term.endsOn())) return new OutsideTerm(term);
        store.insertResignation(id, on, reason, byWhom, clock.instant());
        note(byWhom, "appointment.resigned", "appointment", id);
        return new Done(store.appointment(id).orElseThrow());
    }

    private AppointmentOutcome remembered(AppointmentOutcome outcome) {
        if (outcome instanceof Done(var appointment)) known.forget(appointment.subject());
        return outcome;
    }

    private void note(Caller byWhom, String act, String type, UUID id) {
        audit.note(byWhom.subject(), act, type, id, Map.of());
    }
}
