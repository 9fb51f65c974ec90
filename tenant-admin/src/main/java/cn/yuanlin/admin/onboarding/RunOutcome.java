package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.estate.EstateState;

/** What became of asking for a run, for another try, or for taking it back. */
sealed interface RunOutcome {
    record Underway(Run run) implements RunOutcome {}

    record NoSuchWorkbook() implements RunOutcome {}

    /** The cell has deleted it meanwhile. */
    record WorkbookGone() implements RunOutcome {}

    record NotImportable(int errors) implements RunOutcome {}

    record NotFrom(EstateState state) implements RunOutcome {}

    /** The estate has a run that is neither done nor taken back. */
    record AlreadyRunning() implements RunOutcome {}

    /** The run stands where this cannot be asked of it. */
    record NotNow(RunState state) implements RunOutcome {}
}
