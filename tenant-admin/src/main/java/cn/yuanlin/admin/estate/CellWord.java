package cn.yuanlin.admin.estate;

import static cn.yuanlin.admin.estate.EstateState.ACTIVE;
import static cn.yuanlin.admin.estate.EstateState.ARCHIVED;
import static cn.yuanlin.admin.estate.EstateState.PROVISIONING;
import static cn.yuanlin.admin.estate.EstateState.SUSPENDED;
import static cn.yuanlin.admin.estate.EstateState.VERIFIED;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.cell.Health;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What control says of an estate, told to its cell; control is right, the cell follows. */
@Component
public class CellWord {
    private static final Logger log = LoggerFactory.getLogger(CellWord.class);
    /** By then the transaction that told the cell is over, one way or the other. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private static final Set<EstateState> NAMED = Set.of(VERIFIED, PROVISIONING, ACTIVE, SUSPENDED);
    private static final Set<EstateState> STATED = Set.of(ACTIVE, SUSPENDED, ARCHIVED);

    private final Estates estates;
    private final CellClient cells;
    private final ObjectProvider<SchedulerClient> scheduler;
    /** In no transaction: two orders at once collide, and a collision would end one. */
    private final TransactionTemplate alone;

    private final Clock clock;

    /** @param scheduler late: it is built from tasks that need this class */
    CellWord(
            Estates estates,
            CellClient cells,
            ObjectProvider<SchedulerClient> scheduler,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.estates = estates;
        this.cells = cells;
        this.scheduler = scheduler;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    /**
     * Tells the cell the estate's new state, before it is committed here: if the cell can't be told, nothing changes. If
     * the commit is what fails, the cell hears once more, by an order that is committed first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void state(Estate estate) {
        alone.executeWithoutResult(ordered -> repeatAfter(estate.id(), A_WHILE));
        cells.state(estate.requiredCell(), estate.id(), estate.state().name());
    }

    void repeatAfter(UUID estate, Duration delay) {
        CellWordJobs.order(scheduler.getObject(), estate, clock.instant().plus(delay));
    }

    /**
     * Says again how the estate is called and how it stands, as control has it now. The row is held meanwhile: whoever
     * takes the estate out of its cell holds it too, so that what is gone is not entered anew.
     */
    @Transactional
    public void repeat(UUID id) {
        var estate = estates.hold(id);
        if (estate.cell() == null) {
            return;
        }
        if (estate.health() == Health.DOWN) {
            throw new CellUnavailable(estate.cell(), "it was down when last looked at");
        }
        try {
            if (NAMED.contains(estate.state())) {
                cells.register(estate.cell(), id, estates.entry(estate));
            }
            if (STATED.contains(estate.state())) {
                cells.state(estate.cell(), id, estate.state().name());
            }
        } catch (CellRefused refused) {
            log.error("cell {} does not take what control says of estate {}: {}", estate.cell(), id, refused.detail());
        }
    }
}
