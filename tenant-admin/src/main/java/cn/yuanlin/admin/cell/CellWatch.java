package cn.yuanlin.admin.cell;

import cn.yuanlin.admin.shared.DatabaseAway;
import cn.yuanlin.admin.shared.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks cells how they are and which schema versions they serve, and writes it down. */
@Component
public class CellWatch {
    private static final Logger log = LoggerFactory.getLogger(CellWatch.class);

    private final Cells cells;
    private final CellStore store;
    private final CellClient client;
    private final Clock clock;

    CellWatch(Cells cells, CellStore store, CellClient client, Clock clock) {
        this.cells = cells;
        this.store = store;
        this.client = client;
        this.clock = clock;
    }

    public void lookAtAll() {
        for (var cell : cells.all()) {
            look(cell);
        }
    }

    private void look(Cell cell) {
        try {
            var versions = client.schemaVersions(cell.code());
            store.seen(cell.code(), Health.UP, Optional.of(versions), clock.instant());
        } catch (CellUnavailable | CellRefused ill) {
            if (cell.health() != Health.DOWN) {
                log.warn("cell {} does not answer as it should: {}", cell.code(), ill.getMessage());
            }
            store.seen(cell.code(), Health.DOWN, Optional.empty(), clock.instant());
        } catch (Refusal keycloakAway) {
            // Without a token nobody can say how the cell is; it may well serve residents.
            store.seen(cell.code(), Health.UNKNOWN, Optional.empty(), clock.instant());
        } catch (RuntimeException fault) {
            if (DatabaseAway.is(fault)) {
                throw fault;
            }
            // An address that is none, for instance: no reason to look at no other cell.
            log.error("cell {} cannot be looked at", cell.code(), fault);
            store.seen(cell.code(), Health.DOWN, Optional.empty(), clock.instant());
        }
    }
}
