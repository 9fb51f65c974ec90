package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellEstate;
import cn.yuanlin.admin.estate.CellWord;
import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.job.Orders;
import cn.yuanlin.admin.security.Caller;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff do at the end of an estate's life: archive it, fetch its export, and after the grace period delete it. */
@Service
class Archives {
    private final ArchiveStore store;
    private final ArchiveVault vault;
    private final Estates estates;
    private final CellClient cells;
    private final CellWord word;
    private final AuditTrail audit;
    private final Orders orders;
    private final Clock clock;

    Archives(
            ArchiveStore store,
            ArchiveVault vault,
            Estates estates,
            CellClient cells,
            CellWord word,
            AuditTrail audit,
            Orders orders,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.estates = estates;
        this.cells = cells;
        this.word = word;
        this.audit = audit;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Suspends the estate at once, so that the export is of one state, then exports it in the background.
     *
     * @param nevertheless even if nobody will ever open the export
     */
    @Transactional
    public ArchiveOutcome archive(Caller caller, UUID id, String reason, String slugTyped, boolean nevertheless) {
        estates.visible(caller, id);
        var estate = estates.hold(id);
        if (!estate.slug().equals(slugTyped)) {
            return new ArchiveOutcome.Mistyped();
        }
        if (estate.state() != EstateState.ACTIVE && estate.state() != EstateState.SUSPENDED) {
            return new ArchiveOutcome.NotFrom(estate.state());
        }
        var taken = passphraseTaken(estate);
        if (!taken && !nevertheless) {
            return new ArchiveOutcome.PassphraseNotTaken();
        }
        if (estate.state() == EstateState.ACTIVE) {
            estates.move(id, EstateState.ACTIVE, EstateState.SUSPENDED, reason);
            word.state(estates.get(id));
        }
        store.begin(id, reason, Actor.of(caller), clock.instant());
        audit.record("estate.archive", Estates.subject(estate), Map.of("reason", reason, "passphraseTaken", taken));
        orders.place(ArchiveJobs.exportOrder(id));
        return new ArchiveOutcome.Begun(estates.get(id));
    }

    private boolean passphraseTaken(Estate estate) {
        return cells.find(estate.requiredCell(), estate.id())
                .map(CellEstate::archivePassphraseTaken)
                .orElse(false);
    }

    /**
     * Deletes what is left, once the grace period is over.
     *
     * @param nevertheless even if nobody confirmed to have the export
     */
    @Transactional
    public ArchiveOutcome delete(Caller caller, UUID id, String slugTyped, boolean nevertheless) {
        var estate = estates.visible(caller, id);
        if (!estate.slug().equals(slugTyped)) {
            return new ArchiveOutcome.Mistyped();
        }
        if (estate.state() != EstateState.ARCHIVED) {
            return new ArchiveOutcome.NotFrom(estate.state());
        }
        var until = Optional.ofNullable(estate.deleteAfter()).orElseThrow();
        if (clock.instant().isBefore(until)) {
            return new ArchiveOutcome.StillInGrace(until);
        }
        var fetched = store.isFetched(id);
        if (!fetched && !nevertheless) {
            return new ArchiveOutcome.NotFetched();
        }
        if (store.move(id, Archive.State.EXPORTED, Archive.State.DELETING, clock.instant())) {
            audit.record("estate.delete", Estates.subject(estate), Map.of("slug", slugTyped, "fetched", fetched));
        }
        orders.place(ArchiveJobs.deletionOrder(id));
        return new ArchiveOutcome.Begun(estate);
    }

    /** The estate whose export may be fetched now; fetching it is an act. Empty if there is none. */
    @Transactional
    public Optional<Estate> exported(Caller caller, UUID id) {
        var estate = estates.visible(caller, id);
        if (!store.is(id, Archive.State.EXPORTED) || !vault.has(id)) {
            return Optional.empty();
        }
        audit.record("estate.fetch-export", Estates.subject(estate), Map.of());
        return Optional.of(estate);
    }

    /**
     * The caller has the export: the estate may be deleted without losing the only copy. Sending it proves nothing, the
     * next hop takes a small file whole even for a browser that has gone.
     *
     * @param sha256 of what the caller has, in lower-case hex
     */
    @Transactional
    public FetchOutcome fetched(Caller caller, UUID id, String sha256) {
        var estate = estates.visible(caller, id);
        if (!store.is(id, Archive.State.EXPORTED)) {
            return new FetchOutcome.NothingToFetch();
        }
        if (!store.fetched(id, sha256, clock.instant())) {
            return new FetchOutcome.Differs();
        }
        audit.record("estate.have-export", Estates.subject(estate), Map.of());
        return new FetchOutcome.Confirmed(estates.get(id));
    }
}
