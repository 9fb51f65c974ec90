package cn.yuanlin.admin.estate;

/** What became of a clerk's entry of an estate. */
sealed interface EntryOutcome {
    record Entered(Estate estate) implements EntryOutcome {}

    /** @param suggestion a free slug near the wished one */
    record SlugTaken(String suggestion) implements EntryOutcome {}

    record SlugWrong(String complaint) implements EntryOutcome {}

    /** No such community, or not in the clerk's area. */
    record NoSuchCommunity() implements EntryOutcome {}
}
