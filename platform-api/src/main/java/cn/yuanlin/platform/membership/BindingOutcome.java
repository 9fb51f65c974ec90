package cn.yuanlin.platform.membership;

/** How asking to be bound to a unit ended. */
sealed interface BindingOutcome {
    /** @param proved whether this very claim showed that a number which may have changed hands has not */
    record Recorded(Membership tie, boolean proved) implements BindingOutcome {}

    /** So many a day are not a person's own doors. */
    record TooMany() implements BindingOutcome {}
}
