package cn.yuanlin.admin.office;

import org.jspecify.annotations.Nullable;

/** What came of adding or removing a member of staff. */
sealed interface StaffOutcome {
    /** @param initialPassword to be shown once; null if the person signs in already, for another office */
    record Added(Staff staff, @Nullable String initialPassword) implements StaffOutcome {}

    record Removed() implements StaffOutcome {}

    record AlreadyStaff() implements StaffOutcome {}

    /** The name belongs to an account that is not this area's to employ. */
    record UsernameTaken() implements StaffOutcome {}

    /** Another request works on the same account right now. */
    record Busy() implements StaffOutcome {}

    /** One does not remove oneself: somebody must be left who can undo it. */
    record Oneself() implements StaffOutcome {}

    record NotFound() implements StaffOutcome {}
}
