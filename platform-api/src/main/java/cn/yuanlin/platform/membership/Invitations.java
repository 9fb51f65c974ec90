package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.membership.InvitationOutcome.Invited;
import cn.yuanlin.platform.membership.InvitationOutcome.NotOwner;
import cn.yuanlin.platform.membership.InvitationOutcome.TooMany;
import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.people.Holders;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Owners let family and tenants in by a code; a tenant leaves when the lease ends. */
@Service
class Invitations {
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int MOST_OPEN = 20;

    private final InvitationStore invitations;
    private final MembershipStore store;
    private final UnitMembers members;
    private final Holders holders;
    private final Ties ties;
    private final Arrivals arrivals;
    private final EstateKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Invitations(
            InvitationStore invitations,
            MembershipStore store,
            UnitMembers members,
            Holders holders,
            Ties ties,
            Arrivals arrivals,
            EstateKeys keys,
            TransactionTemplate transaction,
            Clock clock) {
        this.invitations = invitations;
        this.store = store;
        this.members = members;
        this.holders = holders;
        this.ties = ties;
        this.arrivals = arrivals;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    InvitationOutcome invite(Caller owner, InvitationStore.Terms terms) {
        // Opened before the transaction, because opening keys takes another connection.
        var code = InvitationCode.random();
        var hash = code.hash(keys.current());
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(owner.subject());
            if (!members.owns(owner, terms.unit())) return new NotOwner();
            var now = clock.instant();
            if (invitations.openOf(terms.unit(), now) >= MOST_OPEN) return new TooMany();
            invitations.insert(terms, owner.subject(), hash, now, now.plus(LIFETIME));
            return new Invited(code, now.plus(LIFETIME));
        }));
    }

    /**
     * Empty if the code is not one, or not any more. An owner stays one.
     *
     * @param name by which the household knows the person; null if they say none
     */
    Optional<Membership> accept(Caller person, InvitationCode code, @Nullable String name) {
        var hash = code.hash(keys.current());
        var accepted = Objects.requireNonNull(transaction.execute(status -> {
            store.lock(person.subject());
            return invitations
                    .accept(hash, person.subject(), clock.instant(), ties.today())
                    .flatMap(terms -> join(person, terms, name));
        }));
        if (accepted.isPresent()) ties.changed(person.subject());
        return accepted;
    }

    private Optional<Membership> join(Caller person, InvitationStore.Terms terms, @Nullable String name) {
        return doorOf(terms.unit()).map(door -> {
            var before = ties.current(person.subject(), door).orElse(null);
            if (before != null && isOfTheRoll(before)) return before;
            var tie = before != null && before.standing().awaitsDecision()
                    ? letInMeanwhile(before, terms)
                    : invited(person, name, terms, door, before);
            store.save(tie);
            store.record(tie, Act.INVITED, person.subject(), null, clock.instant());
            arrivals.tell(before, tie);
            return tie;
        });
    }

    /** What somebody is by the roll doesn't end with a lease, nor with who invited them. */
    private static boolean isOfTheRoll(Membership tie) {
        return tie.standing().state() == Standing.State.VERIFIED && tie.person() != null;
    }

    /** What the person claims to be still waits for the committee. */
    private static Membership letInMeanwhile(Membership claim, InvitationStore.Terms terms) {
        return new Membership(
                claim.id(),
                claim.subject(),
                claim.name(),
                claim.relation(),
                Standing.RESIDENT_WHO_CLAIMS_MORE,
                claim.door(),
                terms.unit(),
                claim.person(),
                terms.until(),
                claim.askedAt());
    }

    private Optional<Door> doorOf(UUID unit) {
        return holders.door(unit).flatMap(number -> store.keyOf(unit).map(key -> new Door(number, key)));
    }

    private Membership invited(
            Caller person, @Nullable String name, InvitationStore.Terms terms, Door door, @Nullable Membership before) {
        var called = name == null || name.isBlank() ? Ties.nameOf(person) : name.strip();
        return new Membership(
                before == null ? store.newId() : before.id(),
                person.subject(),
                before == null ? called : before.name(),
                terms.relation(),
                Standing.RESIDENT,
                door,
                terms.unit(),
                null,
                terms.until(),
                before == null ? clock.instant() : before.askedAt());
    }
}
