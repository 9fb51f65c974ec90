package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.estate.EstateState;
import java.time.Instant;

/** What became of asking to archive, or to delete. */
sealed interface ArchiveOutcome {
    /** It goes on by itself from here. */
    record Begun(Estate estate) implements ArchiveOutcome {}

    /** The slug typed is not this estate's. */
    record Mistyped() implements ArchiveOutcome {}

    /** Nobody of the committee holds what will open the archive, and no member can fetch it afterwards. */
    record PassphraseNotTaken() implements ArchiveOutcome {}

    record NotFrom(EstateState state) implements ArchiveOutcome {}

    record StillInGrace(Instant until) implements ArchiveOutcome {}

    /** Nobody said to have a copy of what would be deleted. */
    record NotFetched() implements ArchiveOutcome {}
}
