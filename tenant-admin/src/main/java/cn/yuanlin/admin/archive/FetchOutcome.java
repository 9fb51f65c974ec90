package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.estate.Estate;

/** What became of saying that one has the export. */
sealed interface FetchOutcome {
    record Confirmed(Estate estate) implements FetchOutcome {}

    /** What was fetched is not the export, or not all of it. */
    record Differs() implements FetchOutcome {}

    record NothingToFetch() implements FetchOutcome {}
}
