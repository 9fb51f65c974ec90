package cn.yuanlin.admin.workbook;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellUnavailable;
import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.estate.EstateEmptied;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.estate.Placing;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads pass through to the estate's cell; nothing of a file stays here but its report. */
@Component
public class Workbooks {
    /** Bytes a workbook may have: 20 MB. */
    static final long LIMIT = 20L * 1024 * 1024;

    private final WorkbookStore store;
    private final Estates estates;
    private final CellClient cells;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Workbooks(
            WorkbookStore store,
            Estates estates,
            CellClient cells,
            AuditTrail audit,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.estates = estates;
        this.cells = cells;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Passes the file on as it comes in. No transaction is open meanwhile: a clerk's line may be slow.
     *
     * @param length bytes, or -1 if the sender did not say
     */
    UploadOutcome upload(Estate estate, long length, InputStream bytes) {
        if (length > LIMIT) {
            return new UploadOutcome.TooLarge();
        }
        if (estate.state() != EstateState.VERIFIED) {
            return new UploadOutcome.NotFrom(estate.state());
        }
        return switch (estates.place(estate.id())) {
            case Placing.Placed(var cell) -> stage(estate, cell, length, bytes);
            case Placing.NoRoom() -> new UploadOutcome.NoRoom();
            case Placing.NotFrom(var state) -> new UploadOutcome.NotFrom(state);
        };
    }

    private UploadOutcome stage(Estate estate, String cell, long length, InputStream bytes) {
        if (!Boolean.TRUE.equals(transaction.execute(held -> register(estate.id())))) {
            return new UploadOutcome.NotFrom(estates.get(estate.id()).state());
        }
        var id = ids.next();
        store.begin(id, estate.id(), clock.instant());
        var passing = new BoundedDigest(bytes, LIMIT);
        try {
            var report = cells.stage(cell, estate.id(), id, length, passing);
            var sha256 = passing.sha256();
            if (!sha256.equals(report.sha256()) || passing.passed() != report.sizeBytes()) {
                return new UploadOutcome.Garbled();
            }
            return transaction.execute(done -> {
                store.staged(id, sha256, passing.passed(), report);
                audit.record(
                        "workbook.upload",
                        Estates.subject(estate),
                        Map.of("workbook", id, "sha256", sha256, "errors", report.errorCount()));
                return new UploadOutcome.Uploaded(store.find(estate.id(), id).orElseThrow());
            });
        } catch (CellUnavailable broken) {
            if (passing.exceeded()) {
                return new UploadOutcome.TooLarge();
            }
            throw broken;
        }
    }

    /**
     * Enters the estate in its cell while its row is held: whoever rejects it comes before, or finds what to remove.
     *
     * @return false if it has left its cell meanwhile
     */
    private boolean register(UUID id) {
        var estate = estates.hold(id);
        if (estate.cell() == null) {
            return false;
        }
        cells.register(estate.cell(), id, estates.entry(estate));
        return true;
    }

    /** Empty if the estate has no such workbook, or it was discarded. */
    public Optional<Workbook> find(UUID estate, UUID workbook) {
        return store.find(estate, workbook);
    }

    /**
     * Asks the estate's cell whether it still has the file, and forgets the workbook if not: a cell deletes what nobody
     * went on with for 30 days.
     *
     * @throws CellUnavailable if the cell can't tell now
     */
    public boolean stillStaged(Estate estate, UUID workbook) {
        var staged = cells.isStaged(estate.requiredCell(), estate.id(), workbook);
        if (!staged) {
            store.discard(workbook);
        }
        return staged;
    }

    /**
     * Puts on the record that the caller is about to read the file with all it says of people. Only while the estate
     * is brought on board: afterwards the roll is the committee's.
     *
     * @return empty if the estate has no such workbook or is past onboarding
     */
    Optional<Workbook> openMarkedCopy(Estate estate, UUID workbook) {
        if (estate.state() != EstateState.VERIFIED && estate.state() != EstateState.PROVISIONING) {
            return Optional.empty();
        }
        return transaction.execute(recorded -> {
            var known = store.find(estate.id(), workbook);
            known.ifPresent(found ->
                    audit.record("workbook.marked-copy", Estates.subject(estate), Map.of("workbook", found.id())));
            return known;
        });
    }

    Page<Workbook> list(UUID estate, PageQuery page) {
        return Page.of(store.list(estate, page), page, workbook -> workbook.id().toString());
    }

    @EventListener
    void discardWithTheEstate(EstateEmptied emptied) {
        store.discardAll(emptied.estate());
    }

    /** Once the cell has dropped what was staged there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discardAll(UUID estate) {
        store.discardAll(estate);
    }
}
