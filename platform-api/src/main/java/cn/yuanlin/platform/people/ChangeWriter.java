package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what one unit becomes, into what holds now and into the history alike. Works in the caller's transaction. */
@Component
class ChangeWriter {
    private final RollStore store;
    private final HistoryStore history;
    private final ApplicationEventPublisher told;

    ChangeWriter(RollStore store, HistoryStore history, ApplicationEventPublisher told) {
        this.store = store;
        this.history = history;
        this.told = told;
    }

    /** What a unit is, and who holds it. */
    record Content(UnitRow unit, Set<HistoryStore.Held> holders) {}

    Content now(Unit unit) {
        return new Content(unit.row(), new HashSet<>(history.held(unit.id())));
    }

    /** @param event under which it is recorded; the day is its own */
    void write(UUID unit, Content before, Content after, LocalDate on, UUID event) {
        var only = List.of(unit);
        if (!before.unit().equals(after.unit())) {
            store.updateUnits(List.of(after.unit()));
            history.recordUnits(only, on, event);
        }
        if (!before.holders().equals(after.holders())) {
            history.endHoldings(only, on, event);
            if (!after.holders().isEmpty()) history.hold(unit, List.copyOf(after.holders()));
            history.beginHoldings(only, on, event);
            // Somebody may have come onto the roll by it.
            history.recordPersons(on, event);
            told.publishEvent(new RollChanged(Set.copyOf(only)));
        }
    }
}
