package cn.yuanlin.platform.committee;

/** How changing the staff ended. */
sealed interface StaffOutcome {
    record Done(StaffAppointment appointment) implements StaffOutcome {}

    /** No such appointment. */
    record Unknown() implements StaffOutcome {}

    /** Nobody stands behind that tie today. */
    record Nobody() implements StaffOutcome {}

    /** The person has this post on some of these days. */
    record InPost() implements StaffOutcome {}

    /** Who sits on the committee is not of the property company (《物业管理条例》: they watch over each other). */
    record SitsInCommittee() implements StaffOutcome {}

    /** The post was not theirs on that day. */
    record OutsidePost() implements StaffOutcome {}

    record AlreadyLeft() implements StaffOutcome {}
}
