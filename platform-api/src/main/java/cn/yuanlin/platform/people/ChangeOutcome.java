package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.UUID;

/** What became of a change of the roll. */
sealed interface ChangeOutcome {
    record Recorded(UUID event) implements ChangeOutcome {}

    record UnitUnknown() implements ChangeOutcome {}

    /** @param field which person of the form is not on the roll */
    record PersonUnknown(String field) implements ChangeOutcome {}

    /** Somebody of another name has the same document. */
    record PersonDiffers(String field) implements ChangeOutcome {}

    record Invalid(RollChange.Fault fault) implements ChangeOutcome {}

    record InFuture() implements ChangeOutcome {}

    /** The unit was changed on that later day: what it was before is history. */
    record BeforeLastChange(LocalDate lastChange) implements ChangeOutcome {}

    /** The unit and its holders are this already. */
    record NothingChanges() implements ChangeOutcome {}

    /** The estate's schema keeps no history yet. */
    record BeingUpgraded() implements ChangeOutcome {}
}
