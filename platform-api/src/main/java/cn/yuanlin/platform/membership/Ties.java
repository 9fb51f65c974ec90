package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.KnownRoles;
import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.membership.Standing.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ties as they stand today, and their end. For other features: whose they are. */
@Component
public class Ties {
    private static final String ROLL = "roll";
    private static final String NAMELESS = "居民";
    private static final int LONGEST_NAME = 100;

    private final MembershipStore store;
    private final KnownRoles known;
    private final Belonging belonging;
    private final EvidenceRetention evidence;
    private final Clock clock;

    Ties(MembershipStore store, KnownRoles known, Belonging belonging, EvidenceRetention evidence, Clock clock) {
        this.store = store;
        this.known = known;
        this.belonging = belonging;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The account of an owner as the roll has it today; empty for any other tie. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> ownerBehind(UUID membership) {
        return store.find(membership)
                .filter(tie -> tie.standing().state() == State.VERIFIED
                        && tie.standing().rights() == Rights.OWNER
                        && !hasLapsed(tie))
                .map(Membership::subject);
    }

    /** The account behind a tie that stands today, a guest's too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> whoStandsBehind(UUID membership) {
        return store.find(membership)
                .filter(tie -> tie.standing().state() == State.VERIFIED && !hasLapsed(tie))
                .map(Membership::subject);
    }

    /** What others are shown of who gave no name here: an account made by phone has none but its id. */
    static String nameOf(Caller person) {
        var name = person.name().strip();
        if (name.isEmpty() || name.equals(person.subject())) return NAMELESS;
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TieRoles.SHANGHAI);
    }

    /** The person's tie to a door, or as a guest, that waits or stands; one whose ground is gone is ended first. */
    Optional<Membership> current(String subject, @Nullable Door door) {
        var live = store.live(subject, door);
        var lapsed = live.filter(this::hasLapsed);
        lapsed.ifPresent(tie -> end(tie, Act.REVOKED, ROLL, "租期已满或名册已变更"));
        return lapsed.isPresent() ? Optional.empty() : live;
    }

    /** As {@link #current}, and changes nothing: for who hasn't taken the person's lock. */
    Optional<Membership> standing(String subject, Door door) {
        return store.live(subject, door).filter(tie -> !hasLapsed(tie));
    }

    void end(Membership tie, Act act, String byWhom, @Nullable String reason) {
        var ended = tie.with(Standing.ENDED);
        store.save(ended);
        store.record(ended, act, byWhom, reason, clock.instant());
        if (tie.standing().awaitsDecision()) evidence.settled(tie.id());
    }

    /** After the commit: this process knows at once, the others within the time roles are remembered. */
    public void changed(String subject) {
        known.forget(subject);
        belonging.tell(subject);
    }

    private boolean hasLapsed(Membership tie) {
        if (tie.standing().state() != State.VERIFIED) return false;
        if (tie.until() != null && tie.until().isBefore(today())) return true;
        return tie.person() != null && (tie.unit() == null || !store.holds(tie.person(), tie.unit()));
    }
}
