package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.people.RollMatcher.Match;
import org.jspecify.annotations.Nullable;

/**
 * Where a tie stands.
 *
 * @param rights null unless verified
 * @param awaitsDecision whether the committee has something to decide
 */
record Standing(State state, @Nullable Rights rights, boolean awaitsDecision) {
    static final Standing WAITING = new Standing(State.PENDING, null, true);
    static final Standing REFUSED = new Standing(State.REJECTED, null, false);
    static final Standing ENDED = new Standing(State.REVOKED, null, false);
    static final Standing OWNER = new Standing(State.VERIFIED, Rights.OWNER, false);

    /** An owner whose number may have changed hands: the committee may say that it has not. */
    static final Standing OWNER_TO_BE_PROVED = new Standing(State.VERIFIED, Rights.OWNER, true);

    static final Standing RESIDENT = new Standing(State.VERIFIED, Rights.RESIDENT, false);
    static final Standing GUEST = new Standing(State.VERIFIED, Rights.GUEST, false);

    /** A resident who says to be an owner: lets nobody wait at the door, and decides nothing about votes. */
    static final Standing RESIDENT_WHO_CLAIMS_MORE = new Standing(State.VERIFIED, Rights.RESIDENT, true);

    enum State {
        PENDING,
        VERIFIED,
        REJECTED,
        REVOKED
    }

    /**
     * What the roll alone settles: a verified phone and the name make a resident; only who also knows the document is an owner. All else
     * is the committee's.
     */
    static Standing byRoll(Relation relation, Match match) {
        if (match.person() == null) return WAITING;
        if (relation != Relation.OWNER) return RESIDENT;
        return match.document() ? OWNER : RESIDENT_WHO_CLAIMS_MORE;
    }

    /** What a person keeps who asks again: never less than they have. */
    static Standing asksAgain(Standing now, Standing byRoll) {
        if (OWNER.equals(now)) return now;
        if (now.state == State.VERIFIED && byRoll.state != State.VERIFIED)
            return new Standing(now.state, now.rights, true);
        return byRoll;
    }

    /** Whoever was let in for less stays in for that when the committee refuses more. */
    Standing refused() {
        return state == State.VERIFIED ? new Standing(state, rights, false) : REFUSED;
    }

    boolean isLive() {
        return state == State.PENDING || state == State.VERIFIED;
    }
}
