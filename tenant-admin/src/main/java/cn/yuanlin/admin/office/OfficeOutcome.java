package cn.yuanlin.admin.office;

/** What came of founding or renaming an office. */
sealed interface OfficeOutcome {
    record Done(Office office) implements OfficeOutcome {}

    /** A sibling bears the name. */
    record NameTaken() implements OfficeOutcome {}

    /** A community stands below a street of its own city, a street below nothing. */
    record WrongPlace() implements OfficeOutcome {}

    record NotFound() implements OfficeOutcome {}
}
