package cn.yuanlin.admin.cell;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry of cells: what others ask to place an estate and to speak to where it lives. */
@Component
public class Cells {
    private final CellStore store;
    private final CellSettings settings;
    private final Clock clock;

    Cells(CellStore store, CellSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes the configured cells down; their addresses may have moved since. */
    @Transactional
    public void registerConfigured() {
        settings.cells().forEach((code, url) -> store.register(code, url, settings.capacity(), clock.instant()));
    }

    public List<Cell> all() {
        return store.all();
    }

    /** Those in which estates live or are on their way in. */
    public List<Cell> inUse() {
        return store.all().stream().filter(cell -> cell.estates() > 0).toList();
    }

    /** Some cell that answers, or if none was looked at yet, any. */
    public Optional<Cell> anyUp() {
        return store.all().stream().min(Comparator.comparing(Cell::health));
    }

    /**
     * Takes one place in the least loaded open cell that is not down, if there is one, to be written to the estate in the caller's transaction.
     *
     * @return the cell's code; empty if every cell is full or draining
     */
    @Transactional
    public Optional<String> take() {
        do {
            var taken = store.take();
            if (taken.isPresent()) {
                return taken;
            }
        } while (store.anyOpen());
        return Optional.empty();
    }

    /** Gives a place back, in the transaction in which the estate leaves the cell. */
    @Transactional
    public void giveBack(String code) {
        store.giveBack(code);
    }

    /** @throws IllegalStateException if no such cell is known; an estate's cell always is, by foreign key */
    public Cell get(String code) {
        return store.find(code).orElseThrow(() -> new IllegalStateException("no cell " + code));
    }
}
