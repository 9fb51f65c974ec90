package cn.yuanlin.platform.membership;

/** How asking to be bound to a unit ended. */
sealed interface BindingOutcome {
    record Recorded(Membership tie) implements BindingOutcome {}

    /** So many a day are not a person's own doors. */
    record TooMany() implements BindingOutcome {}
}
