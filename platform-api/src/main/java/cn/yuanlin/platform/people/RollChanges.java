package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.media.MediaFiles;
import cn.yuanlin.platform.people.ChangeOutcome.Recorded;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the roll one unit at a time, and shows what was changed. */
@Service
class RollChanges {
    private final UnitStore units;
    private final PersonStore persons;
    private final RollEventStore events;
    private final HistoryStore history;
    private final ChangeWriter writer;
    private final UnitChangeStore past;
    private final RollCalendar calendar;
    private final EstateKeys keys;
    private final MediaFiles media;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RollChanges(
            UnitStore units,
            PersonStore persons,
            RollEventStore events,
            HistoryStore history,
            ChangeWriter writer,
            UnitChangeStore past,
            RollCalendar calendar,
            EstateKeys keys,
            MediaFiles media,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.units = units;
        this.persons = persons;
        this.events = events;
        this.history = history;
        this.writer = writer;
        this.past = past;
        this.calendar = calendar;
        this.keys = keys;
        this.media = media;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    ChangeOutcome change(RollChange change, Caller by) {
        var fault = change.fault();
        if (fault.isPresent()) return new ChangeOutcome.Invalid(fault.get());
        if (change.effectiveOn().isAfter(calendar.today())) return new ChangeOutcome.InFuture();
        // Opened before the transaction, because opening keys takes another connection.
        var secrets = new PersonSecrets(keys.current());
        return transaction.execute(status -> {
            var outcome = record(change, by, secrets);
            // Persons of a refused form don't come onto the roll.
            if (!(outcome instanceof Recorded)) status.setRollbackOnly();
            return outcome;
        });
    }

    private ChangeOutcome record(RollChange change, Caller by, PersonSecrets secrets) {
        if (!events.hasHistory()) return new ChangeOutcome.BeingUpgraded();
        events.lockRoll();
        var unit = units.unit(change.unit());
        if (unit.isEmpty()) return new ChangeOutcome.UnitUnknown();
        var fault = change.becomes().fault(change.kind(), unit.get().state());
        if (fault.isPresent()) return new ChangeOutcome.Invalid(fault.get());
        var last = history.lastChange(List.of(change.unit()));
        if (last.isPresent() && change.effectiveOn().isBefore(last.get()))
            return new ChangeOutcome.BeforeLastChange(last.get());
        var resolution = new PersonResolution(persons, secrets, unit.get().no(), change.effectiveOn());
        var holders = resolution.resolve(change.holders());
        if (resolution.refusal().isPresent()) return resolution.refusal().get();
        var before = writer.now(unit.get());
        var after = new ChangeWriter.Content(change.becomes().of(before.unit()), Set.copyOf(holders));
        if (after.equals(before)) return new ChangeOutcome.NothingChanges();
        var event = events.insert(event(change, by));
        if (!takes(change.evidence(), event, by))
            return new ChangeOutcome.Invalid(new RollChange.Fault("evidence", "找不到这份材料，请重新上传"));
        writer.write(change.unit(), before, after, change.effectiveOn(), event);
        audit.note(by.subject(), "roll.change", "unit", change.unit(), Map.of("event", event));
        return new Recorded(event);
    }

    /** Whether the event has the evidence from now on: an upload of whoever makes the change, which is kept as long as the roll is. */
    private boolean takes(@Nullable UUID evidence, UUID event, Caller by) {
        return evidence == null || media.give(evidence, RollEvidence.TYPE, event.toString(), by.subject());
    }

    private RollEvent event(RollChange change, Caller by) {
        return new RollEvent(
                clock.instant(),
                change.kind().event(),
                change.effectiveOn(),
                by.subject(),
                by.subject(),
                change.reason(),
                change.evidence(),
                null);
    }

    /** What was changed of a unit, newest first; empty if there is no such unit. Leaves a row that says who read it. */
    Optional<Page<UnitChange>> history(UUID unit, Keyset keyset, Caller reader) {
        if (Boolean.FALSE.equals(transaction.execute(status -> units.unit(unit).isPresent()))) return Optional.empty();
        var secrets = new PersonSecrets(keys.current());
        return transaction.execute(status -> {
            if (!events.hasHistory())
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
            audit.note(reader.subject(), "roll.read-history", "unit", unit, Map.of());
            return Optional.of(Page.of(
                    past.changes(unit, keyset, secrets),
                    keyset,
                    change -> List.of(change.event().toString())));
        });
    }
}
