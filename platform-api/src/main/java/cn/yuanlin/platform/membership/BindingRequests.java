package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.membership.DecisionOutcome.AlreadyDecided;
import cn.yuanlin.platform.membership.DecisionOutcome.Decided;
import cn.yuanlin.platform.membership.DecisionOutcome.NoSuchDoor;
import cn.yuanlin.platform.membership.DecisionOutcome.OwnRequest;
import cn.yuanlin.platform.membership.DecisionOutcome.PersonNeeded;
import cn.yuanlin.platform.membership.DecisionOutcome.Unknown;
import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.people.Holders;
import cn.yuanlin.platform.people.Holders.Holder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the roll did not settle, the committee decides, with a reason. */
@Service
class BindingRequests {
    private final MembershipStore store;
    private final Holders holders;
    private final Ties ties;
    private final Belonging belonging;
    private final Arrivals arrivals;
    private final EvidenceRetention evidence;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param person as whom of the roll an owner is accepted; null if the name tells */
    record Decision(
            boolean accepted, String reason, @Nullable UUID person) {}

    BindingRequests(
            MembershipStore store,
            Holders holders,
            Ties ties,
            Belonging belonging,
            Arrivals arrivals,
            EvidenceRetention evidence,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.holders = holders;
        this.ties = ties;
        this.belonging = belonging;
        this.arrivals = arrivals;
        this.evidence = evidence;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    DecisionOutcome decide(Caller decider, UUID binding, Decision decision) {
        var outcome = Objects.requireNonNull(transaction.execute(status -> decideLocked(decider, binding, decision)));
        if (outcome instanceof Decided(var tie)) {
            ties.changed(tie.subject());
            if (decision.accepted() && proves(tie)) belonging.proved(tie.subject());
        }
        return outcome;
    }

    /** The committee has looked at one person; units that are the account's as another one's stay shut. */
    private boolean proves(Membership tie) {
        var person = tie.person();
        return tie.standing().rights() == Rights.OWNER
                && person != null
                && Boolean.TRUE.equals(transaction.execute(status -> store.ownsOnlyAs(tie.subject(), person)));
    }

    private DecisionOutcome decideLocked(Caller decider, UUID binding, Decision decision) {
        var asked = store.find(binding);
        if (asked.isEmpty()) return new Unknown();
        // Read again under the lock: the person may have left, or been let in, meanwhile.
        store.lock(asked.get().subject());
        var tie = store.find(binding).orElseThrow();
        if (!tie.standing().awaitsDecision()) return new AlreadyDecided();
        if (tie.subject().equals(decider.subject())) return new OwnRequest();
        if (!decision.accepted())
            return decided(tie, tie.with(tie.standing().refused()), Act.REFUSED, decider, decision);
        var unit = unitOf(tie);
        if (unit == null) return new NoSuchDoor();
        if (tie.relation() != Relation.OWNER)
            return decided(
                    tie,
                    accepted(tie, Standing.RESIDENT, unit, stillHolding(tie, unit)),
                    Act.ACCEPTED,
                    decider,
                    decision);
        var held = holders.of(unit);
        var person = personOf(tie, decision, held);
        if (person == null) return new PersonNeeded(held);
        return decided(tie, accepted(tie, Standing.OWNER, unit, person), Act.ACCEPTED, decider, decision);
    }

    /** Who was matched with the roll stays so, whatever relation they asked for: the tie ends with their holding. */
    private @Nullable UUID stillHolding(Membership tie, UUID unit) {
        var person = tie.person();
        return person != null && store.holds(person, unit) ? person : null;
    }

    /** The roll may have been put right since the request. */
    private @Nullable UUID unitOf(Membership tie) {
        return tie.door() == null ? null : store.unitAt(tie.door());
    }

    private static @Nullable UUID personOf(Membership tie, Decision decision, List<Holder> held) {
        var chosen = held.stream()
                .filter(holder -> decision.person() == null
                        ? holder.name().equals(tie.name())
                        : holder.person().equals(decision.person()))
                .map(Holder::person)
                .toList();
        return chosen.size() == 1 ? chosen.getFirst() : null;
    }

    private static Membership accepted(Membership tie, Standing standing, UUID unit, @Nullable UUID person) {
        return new Membership(
                tie.id(),
                tie.subject(),
                tie.name(),
                tie.relation(),
                standing,
                tie.door(),
                unit,
                person,
                standing.rights() == Rights.OWNER ? null : tie.until(),
                tie.askedAt());
    }

    private Decided decided(Membership before, Membership tie, Act act, Caller decider, Decision decision) {
        store.save(tie);
        store.record(tie, act, decider.subject(), decision.reason(), clock.instant());
        arrivals.tell(before, tie);
        evidence.settled(tie.id());
        audit.note(
                decider.subject(),
                "binding.decided",
                "membership",
                tie.id(),
                Map.of(
                        "accepted",
                        decision.accepted(),
                        "relation",
                        tie.relation().name()));
        return new Decided(tie);
    }
}
