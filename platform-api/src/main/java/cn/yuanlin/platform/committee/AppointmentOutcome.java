package cn.yuanlin.platform.committee;

/** How changing the committee ended. */
sealed interface AppointmentOutcome {
    record Done(Appointment appointment) implements AppointmentOutcome {}

    /** No such term or appointment. */
    record Unknown() implements AppointmentOutcome {}

    /** Only an owner the roll knows sits in the committee. */
    record NotOwner() implements AppointmentOutcome {}

    /** Who serves the property company is not of the committee: it watches over that company. */
    record ServesProperty() implements AppointmentOutcome {}

    record OutsideTerm(CommitteeTerm term) implements AppointmentOutcome {}

    /** The person holds an office of this term. */
    record InOffice() implements AppointmentOutcome {}

    /** There is one chair at a time. */
    record ChairTaken() implements AppointmentOutcome {}

    record AlreadyLeft() implements AppointmentOutcome {}
}
