package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a changed workbook into a roll that exists, inside the caller's transaction: shown as a difference first, then applied. */
@Transactional(propagation = Propagation.MANDATORY)
@Component
public class RollUpdate {
    private final RollStore store;
    private final PersonStore persons;
    private final RollFreezer lines;
    private final RollEventStore events;
    private final HistoryStore history;
    private final RollCalendar calendar;
    private final EstateKeys keys;
    private final ApplicationEventPublisher told;
    private final Clock clock;

    /** What became of a workbook that was to be applied. */
    public sealed interface UpdateOutcome {
        /** @param event as the history names it */
        record Applied(UUID event, RollDifference difference) implements UpdateOutcome {}

        /** The roll is no longer what it was compared with. */
        record Moved() implements UpdateOutcome {}

        record NothingChanges() implements UpdateOutcome {}
    }

    private record Compared(RollComparison comparison, RollDifference difference, List<BuildingRow> newBuildings) {}

    RollUpdate(
            RollStore store,
            PersonStore persons,
            RollFreezer lines,
            RollEventStore events,
            HistoryStore history,
            RollCalendar calendar,
            EstateKeys keys,
            ApplicationEventPublisher told,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.lines = lines;
        this.events = events;
        this.history = history;
        this.calendar = calendar;
        this.keys = keys;
        this.told = told;
        this.clock = clock;
    }

    /** What the roll of now results from; empty if there is no roll, or the estate's schema keeps no history yet. */
    public Optional<UUID> state() {
        return events.hasHistory() ? events.newest() : Optional.empty();
    }

    public RollDifference compare(TargetRoll target) {
        return compared(target, new PersonSecrets(keys.current())).difference();
    }

    /**
     * Makes the roll what the workbook says, from today on.
     *
     * @param basedOn {@link #state()} when the difference was shown: what is applied is what somebody has seen
     */
    public UpdateOutcome apply(TargetRoll target, UUID basedOn, String bySubject, String reason) {
        events.lockRoll();
        if (state().filter(basedOn::equals).isEmpty()) return new UpdateOutcome.Moved();
        var secrets = new PersonSecrets(keys.current());
        var compared = compared(target, secrets);
        if (compared.difference().isEmpty()) return new UpdateOutcome.NothingChanges();
        var today = calendar.today();
        var event = events.insert(new RollEvent(
                clock.instant(), RollEventKind.IMPORTED, today, bySubject, bySubject, reason, null, null));
        inBatches(compared.newBuildings(), store::insertBuildings);
        var changes = compared.comparison().changes();
        inBatches(changes.stream().filter(RollComparison.Change::isNew).toList(), batch -> {
            if (store.insertUnits(unitRows(batch)) != batch.size())
                throw new IllegalArgumentException("a unit has no building");
        });
        inBatches(changes.stream().filter(RollComparison.Change::attributes).toList(), batch -> {
            store.updateUnits(unitRows(batch));
            history.recordUnits(ids(batch), today, event);
        });
        var held = new HashSet<UUID>();
        inBatches(changes.stream().filter(RollComparison.Change::holders).toList(), batch -> {
            var units = ids(batch);
            history.endHoldings(units, today, event);
            inBatches(batch.stream().flatMap(change -> change.wanted().stream()).toList(), rows -> hold(rows, secrets));
            history.beginHoldings(units, today, event);
            held.addAll(units);
        });
        inBatches(target.holdings(), rows -> persons.correct(rows, secrets));
        history.recordPersons(today, event);
        // Once and last: who listens may make others wait until the commit.
        if (!held.isEmpty()) told.publishEvent(new RollChanged(Set.copyOf(held)));
        return new UpdateOutcome.Applied(event, compared.difference());
    }

    private void hold(List<HoldingRow> rows, PersonSecrets secrets) {
        var identified = persons.insertMissing(rows, secrets);
        if (store.insertHoldings(rows, identified) != rows.size())
            throw new IllegalArgumentException("a holding has no unit");
    }

    private Compared compared(TargetRoll target, PersonSecrets secrets) {
        var now = new HashMap<String, RollLine>();
        lines.forEachPage(page -> page.forEach(line -> now.put(line.no().sortKey(), line)));
        Map<String, List<HoldingRow>> wanted = new HashMap<>();
        Map<String, List<PersonStore.Identified>> identified = new HashMap<>();
        inBatches(target.holdings(), rows -> {
            var who = persons.identify(rows, secrets);
            for (int n = 0; n < rows.size(); n++) {
                var unit = rows.get(n).unit().sortKey();
                wanted.computeIfAbsent(unit, key -> new ArrayList<>()).add(rows.get(n));
                identified.computeIfAbsent(unit, key -> new ArrayList<>()).add(who.get(n));
            }
        });
        var comparison = new RollComparison();
        for (var row : target.units()) {
            var unit = row.unit().sortKey();
            comparison.compare(
                    now.remove(unit),
                    row,
                    wanted.getOrDefault(unit, List.of()),
                    identified.getOrDefault(unit, List.of()));
        }
        var known = store.buildingNames();
        var newBuildings = target.buildings().stream()
                .filter(building -> !known.contains(building.name()))
                .toList();
        var corrected = new int[1];
        inBatches(target.holdings(), rows -> corrected[0] += persons.corrections(rows, secrets));
        var names = persons.names(comparison.personsListed());
        return new Compared(
                comparison, comparison.difference(newBuildings.size(), corrected[0], now.size(), names), newBuildings);
    }

    private static List<UnitRow> unitRows(List<RollComparison.Change> changes) {
        return changes.stream().map(RollComparison.Change::after).toList();
    }

    private List<UUID> ids(List<RollComparison.Change> changes) {
        return store.unitIds(
                changes.stream().map(change -> change.after().unit()).toList());
    }

    private static <T> void inBatches(List<T> rows, Consumer<List<T>> work) {
        for (int from = 0; from < rows.size(); from += RollImport.LARGEST_BATCH)
            work.accept(rows.subList(from, Math.min(rows.size(), from + RollImport.LARGEST_BATCH)));
    }
}
