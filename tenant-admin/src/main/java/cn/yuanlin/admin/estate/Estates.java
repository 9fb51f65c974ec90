package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.cell.Cells;
import cn.yuanlin.admin.cell.EstateEntry;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.shared.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Estates, for the features that onboard, archive and move them. Every change is conditional and leaves a row. */
@Component
public class Estates {
    private static final Set<EstateState> BOARDING = Set.of(EstateState.VERIFIED, EstateState.PROVISIONING);

    private final EstateStore store;
    private final Cells cells;
    private final Clock clock;

    Estates(EstateStore store, Cells cells, Clock clock) {
        this.store = store;
        this.cells = cells;
        this.clock = clock;
    }

    /** The estate, if it lies in the caller's area; otherwise the request ends with "not found". */
    public Estate visible(Caller caller, UUID id) {
        var estate = store.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("没有找到该小区，或不在您的辖区内。"));
        caller.mustCover(estate.community().id());
        return estate;
    }

    /** @throws IllegalStateException if there is none; for ids that a foreign key vouches for */
    public Estate get(UUID id) {
        return store.find(id).orElseThrow(() -> new IllegalStateException("no estate " + id));
    }

    /**
     * Holds the estate until the transaction ends, and tells how it stands now: whoever decides by its state and acts
     * elsewhere too is the only one to do so.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Estate hold(UUID id) {
        store.lock(id);
        return get(id);
    }

    public static Subject subject(Estate estate) {
        return new Subject(
                "estate",
                estate.id().toString(),
                estate.name(),
                estate.community().id());
    }

    /** @return false if the estate was not in {@code from}: somebody was first, read again and decide */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(UUID id, EstateState from, EstateState to, @Nullable String reason) {
        return store.move(id, from, to, reason, clock.instant());
    }

    /** Shuts a suspended estate for good; it may be deleted once {@code grace} has passed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean archive(UUID id, Duration grace, @Nullable String reason) {
        var now = clock.instant();
        store.grace(id, now, now.plus(grace));
        return store.move(id, EstateState.SUSPENDED, EstateState.ARCHIVED, reason, now);
    }

    /** The end: the estate leaves its cell and is no more than a row. Its schema and key are gone by then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unplaceAndDelete(UUID id) {
        store.move(id, EstateState.ARCHIVED, EstateState.DELETED, null, clock.instant());
        unplace(id);
    }

    /**
     * Gives the estate a place in a cell, once; committed by itself, because the cell is spoken to next. By the state
     * it has once the row is held: whoever rejects it empties its place, and nobody would empty another.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Placing place(UUID id) {
        var estate = hold(id);
        if (!BOARDING.contains(estate.state())) {
            return new Placing.NotFrom(estate.state());
        }
        if (estate.cell() != null) {
            return new Placing.Placed(estate.cell());
        }
        return cells.take()
                .<Placing>map(cell -> {
                    store.setCell(id, cell);
                    return new Placing.Placed(cell);
                })
                .orElseGet(Placing.NoRoom::new);
    }

    /** Takes the estate out of its cell; what the cell held must be gone by then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unplace(UUID id) {
        store.lockCell(id).ifPresent(cell -> {
            store.setCell(id, null);
            cells.giveBack(cell);
        });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void schemaVersion(UUID id, @Nullable Integer version) {
        store.setSchemaVersion(id, version);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void households(UUID id, @Nullable Integer households) {
        store.setHouseholds(id, households);
    }

    /** The estate as it is announced to its cell. */
    public EstateEntry entry(Estate estate) {
        return new EstateEntry(
                store.schemaName(estate.id()),
                estate.slug(),
                estate.name(),
                estate.city().name(),
                estate.community().id(),
                estate.community().name(),
                estate.street().id(),
                estate.street().name());
    }
}
