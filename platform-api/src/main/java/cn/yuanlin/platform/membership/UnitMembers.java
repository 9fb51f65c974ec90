package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs to a unit, as its owners see it, and how a tie is ended by somebody else. */
@Service
class UnitMembers {
    private final MembershipStore store;
    private final Ties ties;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    /** @param until the last day; null for no end */
    record UnitMember(
            UUID membership,
            String name,
            Relation relation,
            @Nullable LocalDate until,
            Instant since) {
        static UnitMember of(Membership tie) {
            return new UnitMember(tie.id(), tie.name(), tie.relation(), tie.until(), tie.askedAt());
        }
    }

    /** How ending a tie ended. */
    enum RemovalOutcome {
        REMOVED,
        UNKNOWN,
        OWNER_STAYS
    }

    UnitMembers(MembershipStore store, Ties ties, AuditTrail audit, TransactionTemplate transaction) {
        this.store = store;
        this.ties = ties;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Whether the person owns that unit today, by a tie with an owner's rights. Within a transaction. */
    boolean owns(Caller person, UUID unit) {
        return store.keyOf(unit)
                .flatMap(key -> ties.standing(person.subject(), new Door("", key)))
                .filter(tie -> tie.standing().rights() == Rights.OWNER)
                .isPresent();
    }

    /** Empty if the person doesn't own the unit. */
    Optional<Page<UnitMember>> of(Caller owner, UUID unit, Keyset keyset) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!owns(owner, unit)) return Optional.empty();
            var page = Page.of(
                    store.ofUnit(unit, ties.today(), keyset),
                    keyset,
                    tie -> List.of(tie.id().toString()));
            return Optional.of(page.map(UnitMember::of));
        }));
    }

    /** An owner sends family or a tenant away. */
    RemovalOutcome remove(Caller owner, UUID unit, UUID membership) {
        var gone = new ArrayList<String>();
        var outcome = Objects.requireNonNull(transaction.execute(status -> {
            var tie = owns(owner, unit)
                    ? lockLive(membership)
                            .filter(live -> unit.equals(live.unit()))
                            .orElse(null)
                    : null;
            if (tie == null) return RemovalOutcome.UNKNOWN;
            if (isOfTheRoll(tie, unit)) return RemovalOutcome.OWNER_STAYS;
            end(tie, owner, null);
            gone.add(tie.subject());
            return RemovalOutcome.REMOVED;
        }));
        gone.forEach(ties::changed);
        return outcome;
    }

    /** One owner doesn't send another away, also not while the committee has yet to decide that they are one. */
    private boolean isOfTheRoll(Membership tie, UUID unit) {
        return tie.standing().rights() == Rights.OWNER || tie.person() != null && store.holds(tie.person(), unit);
    }

    /** The committee ends a tie that should not be. @return false if there is none that stands or waits */
    boolean revoke(Caller committee, UUID membership, String reason) {
        var gone = Objects.requireNonNull(transaction.execute(status -> {
            var tie = lockLive(membership);
            tie.ifPresent(live -> end(live, committee, reason));
            return tie.map(Membership::subject);
        }));
        gone.ifPresent(ties::changed);
        return gone.isPresent();
    }

    private void end(Membership tie, Caller byWhom, @Nullable String reason) {
        ties.end(tie, Act.REVOKED, byWhom.subject(), reason);
        audit.note(byWhom.subject(), "membership.revoked", "membership", tie.id(), Map.of());
    }

    private Optional<Membership> lockLive(UUID membership) {
        return store.find(membership).flatMap(found -> {
            // Read again under the lock: the person may have left meanwhile.
            store.lock(found.subject());
            return store.find(membership).filter(tie -> tie.standing().isLive());
        });
    }
}
