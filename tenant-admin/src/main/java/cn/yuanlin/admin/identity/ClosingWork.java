package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.Cells;
import cn.yuanlin.admin.keycloak.Residents;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is left to do once an account's end is decided. Each step may be repeated at will. */
@Component
class ClosingWork {
    private static final Logger log = LoggerFactory.getLogger(ClosingWork.class);

    private final Residents residents;
    private final Cells cells;
    private final CellClient client;

    ClosingWork(Residents residents, Cells cells, CellClient client) {
        this.residents = residents;
        this.cells = cells;
        this.client = client;
    }

    /**
     * Keycloak first: from then on nobody renews a token as this person, and nothing new comes about behind us in a cell.
     *
     * @return false if some estate does not let them go, for a reason that came up since it was asked
     */
    boolean goOn(UUID subject) {
        residents.delete(subject);
        var free = true;
        for (var cell : cells.inUse()) {
            var hindrances = client.closePerson(cell.code(), subject);
            if (!hindrances.isEmpty()) {
                log.warn("cell {} keeps a closed account in {} estates", cell.code(), hindrances.size());
                free = false;
            }
        }
        return free;
    }
}
