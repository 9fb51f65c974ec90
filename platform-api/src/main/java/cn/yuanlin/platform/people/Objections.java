package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the roll up for objections and keeps what is said about it on the record. */
@Service
class Objections {
    /** Objections of one person in one period: enough for anybody who means it. */
    static final int MOST_OF_ONE_PERSON = 20;

    private final ObjectionStore store;
    private final RollStore versions;
    private final UnitStore units;
    private final RollEventStore events;
    private final RollCalendar calendar;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What became of a wish to put the roll up. */
    sealed interface OpenOutcome {
        record Opened(ObjectionPeriod period) implements OpenOutcome {}

        record VersionUnknown() implements OpenOutcome {}

        /** It would begin in the past, end before it begins, or last too long. */
        record DaysUnusable() implements OpenOutcome {}

        record Overlaps(ObjectionPeriod other) implements OpenOutcome {}

        /** The estate's schema keeps no objections yet. */
        record BeingUpgraded() implements OpenOutcome {}
    }

    /** What became of an objection. */
    sealed interface RaiseOutcome {
        record Raised(UUID objection) implements RaiseOutcome {}

        record NotAnnounced() implements RaiseOutcome {}

        record UnitUnknown() implements RaiseOutcome {}

        record TooMany() implements RaiseOutcome {}
    }

    /** What became of an answer. */
    enum AnswerOutcome {
        ANSWERED,
        UNKNOWN,
        ANSWERED_BEFORE
    }

    Objections(
            ObjectionStore store,
            RollStore versions,
            UnitStore units,
            RollEventStore events,
            RollCalendar calendar,
            EstateKeys keys,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.units = units;
        this.events = events;
        this.calendar = calendar;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Transactional
    OpenOutcome open(int version, LocalDate from, LocalDate to, Caller by) {
        if (!events.hasHistory()) return new OpenOutcome.BeingUpgraded();
        // Two periods at a time would each not see the other.
        events.lockRoll();
        if (versions.version(version).isEmpty()) return new OpenOutcome.VersionUnknown();
        if (from.isBefore(calendar.today())
                || to.isBefore(from)
                || ChronoUnit.DAYS.between(from, to) >= ObjectionPeriod.LONGEST) return new OpenOutcome.DaysUnusable();
        var other = store.periodWithin(from, to);
        if (other.isPresent()) return new OpenOutcome.Overlaps(other.get());
        var period = store.open(version, from, to, by.subject(), clock.instant());
        audit.note(by.subject(), "roll.put-up", "objection_period", period.id(), Map.of("version", version));
        return new OpenOutcome.Opened(period);
    }

    @Transactional(readOnly = true)
    Page<ObjectionPeriod> periods(Keyset keyset) {
        if (!events.hasHistory())
            throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        return Page.of(
                store.periods(keyset), keyset, period -> List.of(period.id().toString()));
    }

    RaiseOutcome raise(UUID unit, String text, Caller by) {
        var secrets = new ObjectionSecrets(keys.current());
        return transaction.execute(status -> {
            if (!events.hasHistory())
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
            // One person's requests come one after the other, or their limit would be none; the roll is nothing they
            // wait for.
            store.lock(by.subject());
            var today = calendar.today();
            var period = store.periodWithin(today, today);
            if (period.isEmpty()) return new RaiseOutcome.NotAnnounced();
            if (units.unit(unit).isEmpty()) return new RaiseOutcome.UnitUnknown();
            if (store.raisedBy(by.subject(), period.get().id()) >= MOST_OF_ONE_PERSON)
                return new RaiseOutcome.TooMany();
            var id = store.newId();
            store.raise(id, period.get().id(), unit, by.subject(), secrets.encryptText(text, id), clock.instant());
            return new RaiseOutcome.Raised(id);
        });
    }

    AnswerOutcome answer(UUID objection, boolean upheld, String text, Caller by) {
        if (Boolean.FALSE.equals(transaction.execute(status -> exists(objection)))) return AnswerOutcome.UNKNOWN;
        var secrets = new ObjectionSecrets(keys.current());
        return transaction.execute(status -> {
            var cipher = secrets.encryptAnswer(text, objection);
            if (!store.answer(objection, upheld, by.subject(), cipher, clock.instant()))
                return AnswerOutcome.ANSWERED_BEFORE;
            audit.note(by.subject(), "roll.answer-objection", "objection", objection, Map.of("upheld", upheld));
            return AnswerOutcome.ANSWERED;
        });
    }

    private boolean exists(UUID objection) {
        if (!events.hasHistory())
            throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        return store.exists(objection);
    }

    /** Owners read their own words and all answers, the committee and the auditor everything. */
    Page<Objection> read(Keyset keyset, Caller reader) {
        var secrets = new ObjectionSecrets(keys.current());
        var everything =
                reader.roles().contains(Role.COMMITTEE) || reader.roles().contains(Role.AUDITOR);
        return transaction.execute(status -> {
            if (!events.hasHistory())
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
            return Page.of(
                    store.objections(keyset, reader.subject(), everything, secrets),
                    keyset,
                    objection -> List.of(objection.id().toString()));
        });
    }
}
