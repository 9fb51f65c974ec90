package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateKeys;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the first roll into an estate, inside the caller's transaction: buildings, then units, then holdings, each in
 * lists of up to {@link #LARGEST_BATCH} rows and as many lists as needed, then {@link #freeze} once. Open the estate's
 * keys before the transaction: opening them takes another connection.
 */
@Transactional(propagation = Propagation.MANDATORY)
@Component
public class RollImport {
    public static final int LARGEST_BATCH = 1_000;

    private final RollStore store;
    private final PersonStore persons;
    private final RollFreezer freezer;
    private final RollEventStore events;
    private final HistoryStore history;
    private final RollCalendar calendar;
    private final EstateKeys keys;

    RollImport(
            RollStore store,
            PersonStore persons,
            RollFreezer freezer,
            RollEventStore events,
            HistoryStore history,
            RollCalendar calendar,
            EstateKeys keys) {
        this.store = store;
        this.persons = persons;
        this.freezer = freezer;
        this.events = events;
        this.history = history;
        this.calendar = calendar;
        this.keys = keys;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if a building is there already */
    public void addBuildings(List<BuildingRow> rows) {
        requireBatch(rows);
        store.insertBuildings(rows);
    }

    /**
     * @throws IllegalArgumentException if a unit's building is not there
     * @throws org.springframework.dao.DuplicateKeyException if a unit is there already
     */
    public void addUnits(List<UnitRow> rows) {
        requireBatch(rows);
        if (store.insertUnits(rows) != rows.size()) throw new IllegalArgumentException("a unit has no building");
    }

    /**
     * Rows of the same document, or where none is known of the same name and phone, are one person.
     *
     * @throws IllegalArgumentException if a holding's unit is not there
     * @throws org.springframework.dao.DataIntegrityViolationException if a person holds a unit twice, two are
     *     nominated for it, or its shares are more than the whole
     */
    public void addHoldings(List<HoldingRow> rows) {
        requireBatch(rows);
        var identities = persons.insertMissing(rows, new PersonSecrets(keys.current()));
        if (store.insertHoldings(rows, identities) != rows.size())
            throw new IllegalArgumentException("a holding has no unit");
    }

    /** Freezes version 1 of a roll that is of today. */
    public RollVersion freeze(String byWhom, String reason) {
        return freeze(byWhom, reason, null);
    }

    /**
     * Freezes version 1 with its figures and fingerprint, leaves the first event of the roll and begins its history.
     *
     * @param since the day of which the roll is; null for today
     * @throws org.springframework.dao.DuplicateKeyException if there is a version 1
     */
    public RollVersion freeze(String byWhom, String reason, @Nullable LocalDate since) {
        var frozen = freezer.freeze(1);
        var first = since == null ? calendar.today() : since;
        var event = events.insert(new RollEvent(
                frozen.frozenAt(), RollEventKind.IMPORTED, first, byWhom, null, reason, null, frozen.version()));
        history.begin(first, event);
        return frozen;
    }

    private static void requireBatch(List<?> rows) {
        if (rows.size() > LARGEST_BATCH) throw new IllegalArgumentException("more than " + LARGEST_BATCH + " rows");
    }
}
