package cn.yuanlin.admin.identity;

import java.time.Duration;

/** What came of saying a code. */
sealed interface RedeemOutcome {
    /** It was one of the phone's; all of them are used up now. */
    record Right() implements RedeemOutcome {}

    /** Why it opens nothing. */
    sealed interface Refused extends RedeemOutcome {}

    record Wrong() implements Refused {}

    /**
     * Too many wrong ones were said before, so that this one was not looked at.
     *
     * @param pause until the next one is
     */
    record TooManyTries(Duration pause) implements Refused {}
}
