package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the owner roll. */
@Service
class Roll {
    private final UnitStore units;
    private final RollPageStore pages;
    private final RollFreezer lines;
    private final KeptTotals totals;
    private final RollEventStore events;
    private final RollCalendar calendar;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    /** What the roll has to say of a day. */
    sealed interface ReadOutcome {
        record Read(Page<RollUnit> page) implements ReadOutcome {}

        record InFuture() implements ReadOutcome {}

        /** The day is before the first of which the roll is known. */
        record NotKeptYet(LocalDate since) implements ReadOutcome {}

        /** The estate's schema keeps no history yet. */
        record BeingUpgraded() implements ReadOutcome {}
    }

    Roll(
            UnitStore units,
            RollPageStore pages,
            RollFreezer lines,
            KeptTotals totals,
            RollEventStore events,
            RollCalendar calendar,
            EstateKeys keys,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.units = units;
        this.pages = pages;
        this.lines = lines;
        this.totals = totals;
        this.events = events;
        this.calendar = calendar;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Transactional(readOnly = true)
    Page<Building> buildings(Keyset keyset) {
        return Page.of(units.buildings(keyset), keyset, building -> List.of(UnitNo.buildingSortKey(building.name())));
    }

    /** @param building null for all */
    @Transactional(readOnly = true)
    Page<Unit> units(@Nullable UUID building, Keyset keyset) {
        return Page.of(units.units(building, keyset), keyset, unit -> List.of(unit.sortKey()));
    }

    @Transactional(readOnly = true)
    Optional<Unit> unit(UUID id) {
        return units.unit(id);
    }

    /** Figures by the counting rules, of the roll as it is now. */
    @Transactional(readOnly = true)
    Optional<RollTotals> figures() {
        if (!events.hasHistory()) return Optional.empty();
        return Optional.of(
                events.newest().map(event -> totals.asOf(event, this::count)).orElseGet(this::count));
    }

    private RollTotals count() {
        var counter = new RollTotals.Counter();
        lines.forEachPage(page -> page.forEach(counter::add));
        return counter.figures();
    }

    /** Units with their holders, as of now or a day; leaves a row that says who read how much of it. */
    ReadOutcome read(RollQuery query, Keyset keyset, Caller reader) {
        // Opened before the transaction, because opening keys takes another connection.
        var secrets = new PersonSecrets(keys.current());
        return transaction.execute(status -> {
            var refusal = query.asOf() == null ? null : refusal(query.asOf());
            if (refusal != null) return refusal;
            var page = Page.of(
                    pages.page(query, keyset, secrets),
                    keyset,
                    entry -> List.of(entry.unit().sortKey()));
            audit.note(
                    reader.subject(),
                    "roll.read",
                    "roll",
                    query.asOf() == null ? "current" : query.asOf(),
                    Map.of("units", page.items().size()));
            return new ReadOutcome.Read(page);
        });
    }

    private @Nullable ReadOutcome refusal(LocalDate day) {
        if (day.isAfter(calendar.today())) return new ReadOutcome.InFuture();
        if (!events.hasHistory()) return new ReadOutcome.BeingUpgraded();
        var since = events.firstDay();
        return since.isPresent() && day.isBefore(since.get()) ? new ReadOutcome.NotKeptYet(since.get()) : null;
    }
}
