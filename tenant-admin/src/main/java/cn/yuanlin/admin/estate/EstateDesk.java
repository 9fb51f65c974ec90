package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.office.OfficeKind;
import cn.yuanlin.admin.office.Offices;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.shared.Ids;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What office staff do with estates: enter, verify, reject, suspend, reactivate. */
@Service
class EstateDesk {
    private final EstateStore store;
    private final SlugStore slugs;
    private final Estates estates;
    private final Offices offices;
    private final CellClient cells;
    private final CellWord word;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    EstateDesk(
            EstateStore store,
            SlugStore slugs,
            Estates estates,
            Offices offices,
            CellClient cells,
            CellWord word,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.slugs = slugs;
        this.estates = estates;
        this.offices = offices;
        this.cells = cells;
        this.word = word;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Estate> list(Caller caller, EstateQuery query, PageQuery page) {
        return Page.of(
                store.list(caller.area(), query, page),
                page,
                estate -> estate.id().toString());
    }

    /** A free slug that spells the name; numbered if others have it. */
    @Transactional(readOnly = true)
    public String suggestSlug(String name) {
        return freeNear(Pinyin.slugFor(name));
    }

    @Transactional
    public EntryOutcome enter(Caller caller, String name, String slug, UUID communityId, @Nullable String address) {
        var community = offices.find(communityId)
                .filter(office -> office.kind() == OfficeKind.COMMUNITY)
                .filter(office -> caller.area().covers(office.id()));
        if (community.isEmpty()) {
            return new EntryOutcome.NoSuchCommunity();
        }
        var complaint = Slug.complaint(slug);
        if (complaint.isPresent()) {
            return new EntryOutcome.SlugWrong(complaint.get());
        }
        if (slugs.taken(slug)) {
            return new EntryOutcome.SlugTaken(freeNear(slug));
        }
        var id = ids.next();
        store.insert(
                id, slug, name.strip(), address == null ? "" : address.strip(), communityId, "CLERK", clock.instant());
        var estate = estates.get(id);
        audit.record("estate.enter", Estates.subject(estate), Map.of("slug", slug));
        return new EntryOutcome.Entered(estate);
    }

    /**
     * The community vouches for the estate; from here on its slug is its own.
     *
     * @param slug another slug than the one wished for; null keeps it
     */
    @Transactional
    public MoveOutcome verify(Caller caller, UUID id, @Nullable String slug) {
        var estate = estates.visible(caller, id);
        var chosen = slug == null ? estate.slug() : slug;
        var complaint = Slug.complaint(chosen);
        if (complaint.isPresent()) {
            return new MoveOutcome.SlugWrong(complaint.get());
        }
        if (slugs.held(chosen, id)) {
            return new MoveOutcome.SlugTaken(freeNear(chosen));
        }
        if (estate.state() == EstateState.APPLIED) {
            slugs.set(id, chosen);
        }
        return move(caller, id, EstateState.APPLIED, EstateState.VERIFIED, "estate.verify", null);
    }

    /** Before an estate is onboarded it may be dropped; what was uploaded for it goes first. */
    @Transactional
    public MoveOutcome reject(Caller caller, UUID id, String reason) {
        var from = estates.visible(caller, id).state() == EstateState.VERIFIED
                ? EstateState.VERIFIED
                : EstateState.APPLIED;
        var outcome = move(caller, id, from, EstateState.REJECTED, "estate.reject", reason);
        if (outcome instanceof MoveOutcome.Moved(var estate) && estate.cell() != null) {
            cells.delete(estate.cell(), id);
            events.publishEvent(new EstateEmptied(id));
            estates.unplace(id);
            return new MoveOutcome.Moved(estates.get(id));
        }
        return outcome;
    }

    /** Read only from now on. The cell is told before this commits: if it cannot be, nothing changes. */
    @Transactional
    public MoveOutcome suspend(Caller caller, UUID id, String reason) {
        var outcome = move(caller, id, EstateState.ACTIVE, EstateState.SUSPENDED, "estate.suspend", reason);
        tellCell(outcome);
        return outcome;
    }

    @Transactional
    public MoveOutcome reactivate(Caller caller, UUID id) {
        estates.visible(caller, id);
        // Archiving holds the row while it begins: either it finds the estate active again, or it is found here.
        estates.hold(id);
        if (store.beingArchived(id)) {
            if (!store.withdrawStuckArchive(id)) {
                return new MoveOutcome.BeingArchived();
            }
            audit.record("estate.withdraw-archive", Estates.subject(estates.get(id)), Map.of());
        }
        var outcome = move(caller, id, EstateState.SUSPENDED, EstateState.ACTIVE, "estate.reactivate", null);
        tellCell(outcome);
        return outcome;
    }

    private void tellCell(MoveOutcome outcome) {
        if (outcome instanceof MoveOutcome.Moved(var estate)) {
            word.state(estate);
        }
    }

    private MoveOutcome move(
            Caller caller, UUID id, EstateState from, EstateState to, String act, @Nullable String reason) {
        var estate = estates.visible(caller, id);
        if (!estates.move(id, from, to, reason)) {
            return new MoveOutcome.NotFrom(estates.get(id).state());
        }
        audit.record(act, Estates.subject(estate), reason == null ? Map.of() : Map.of("reason", reason));
        return new MoveOutcome.Moved(estates.get(id));
    }

    private String freeNear(String wish) {
        return slugs.free(wish)
                .orElseThrow(() -> new IllegalStateException("every number behind " + wish + " is taken"));
    }
}
