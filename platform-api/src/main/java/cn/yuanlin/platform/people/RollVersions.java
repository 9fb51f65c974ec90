package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Versions of the roll: freezes them, and shows what their fingerprints are taken over. */
@Service
class RollVersions {
    private final RollStore store;
    private final RollFreezer freezer;
    private final RollEventStore events;
    private final RollCalendar calendar;
    private final AuditTrail audit;

    /** What became of a wish to freeze. */
    sealed interface FreezeOutcome {
        record Frozen(RollVersion version) implements FreezeOutcome {}

        /** The newest version says the same already; no other is made. */
        record Unchanged(RollVersion version) implements FreezeOutcome {}

        /** The estate's schema keeps no history yet. */
        record BeingUpgraded() implements FreezeOutcome {}
    }

    RollVersions(RollStore store, RollFreezer freezer, RollEventStore events, RollCalendar calendar, AuditTrail audit) {
        this.store = store;
        this.freezer = freezer;
        this.events = events;
        this.calendar = calendar;
        this.audit = audit;
    }

    @Transactional
    FreezeOutcome freeze(String reason, Caller by) {
        if (!events.hasHistory()) return new FreezeOutcome.BeingUpgraded();
        events.lockRoll();
        var newest = newest();
        if (newest.isPresent() && newest.get().fingerprint().equals(freezer.fingerprint()))
            return new FreezeOutcome.Unchanged(newest.get());
        var frozen = freezer.freeze(newest.map(RollVersion::version).orElse(0) + 1);
        events.insert(new RollEvent(
                frozen.frozenAt(),
                RollEventKind.FROZEN,
                calendar.today(),
                by.subject(),
                by.subject(),
                reason,
                null,
                frozen.version()));
        audit.note(by.subject(), "roll.freeze", "roll_version", frozen.version(), Map.of());
        return new FreezeOutcome.Frozen(frozen);
    }

    @Transactional(readOnly = true)
    Page<FrozenRoll> list(Keyset keyset) {
        return Page.of(store.versions(keyset), keyset, version -> List.of(Integer.toString(version.version())))
                .map(FrozenRoll::of);
    }

    @Transactional(readOnly = true)
    Optional<FrozenRoll> find(int version) {
        return store.version(version).map(FrozenRoll::of);
    }

    /** The next lines the fingerprint is taken over; never more than {@link RollImport#LARGEST_BATCH}, empty at the end. */
    @Transactional(readOnly = true)
    List<String> canonicalLines(int version, int afterPosition) {
        return store.frozenLines(version, afterPosition, RollImport.LARGEST_BATCH);
    }

    private Optional<RollVersion> newest() {
        return store.versions(new Keyset(1, List.of())).stream().findFirst();
    }
}
