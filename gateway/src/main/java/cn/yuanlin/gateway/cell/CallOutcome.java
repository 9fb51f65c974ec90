package cn.yuanlin.gateway.cell;

import cn.yuanlin.gateway.problem.Faults;
import cn.yuanlin.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

/**
 * How a call went.
 *
 * @param blame whose fault it was
 * @param worthAnotherTry whether the same may well succeed a moment later, given that it changes nothing
 * @param fault why there is no answer; null if there is one, of whatever status
 */
record CallOutcome(
        Blame blame, boolean worthAnotherTry, @Nullable Throwable fault) {
    enum Blame {
        NONE,
        SERVICE,
        CLIENT
    }

    /**
     * @param ownWords whether the service itself said no (problem+json), about this request or this estate: that says
     *     nothing against the service, and asking again would only annoy it
     */
    static CallOutcome of(int status, boolean ownWords) {
        boolean away = !ownWords && (status == 502 || status == 503);
        boolean failed = away || !ownWords && status == 504;
        return new CallOutcome(failed ? Blame.SERVICE : Blame.NONE, away, null);
    }

    static CallOutcome of(Throwable fault) {
        if (fault instanceof AbortedException) {
            return new CallOutcome(Blame.CLIENT, false, fault);
        }
        var problem = Faults.explain(fault).problem();
        // Not reached, or hung up on us before a word of answer: for a request that changes nothing it is the same.
        return new CallOutcome(blameFor(problem), problem == Problem.UPSTREAM_UNREACHABLE, fault);
    }

    private static Blame blameFor(Problem problem) {
        return switch (problem) {
            case UPSTREAM_UNREACHABLE, UPSTREAM_TOO_SLOW, UPSTREAM_BUSY, UPSTREAM_UNAVAILABLE -> Blame.SERVICE;
            default -> Blame.CLIENT;
        };
    }
}
