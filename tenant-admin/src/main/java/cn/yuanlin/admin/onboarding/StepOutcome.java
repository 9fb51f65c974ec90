package cn.yuanlin.admin.onboarding;

/** What a step came to, when it came to anything. "Not now" is an exception: {@code CellUnavailable} and its like. */
sealed interface StepOutcome {
    /** @param detail what was done, for the record */
    record Done(String detail) implements StepOutcome {}

    /** Trying again changes nothing until somebody does something. */
    record Refused(String detail) implements StepOutcome {}
}
