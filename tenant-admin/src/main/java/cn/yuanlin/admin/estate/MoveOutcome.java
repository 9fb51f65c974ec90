package cn.yuanlin.admin.estate;

/** What became of a step in an estate's life. */
sealed interface MoveOutcome {
    record Moved(Estate estate) implements MoveOutcome {}

    /** The estate stands elsewhere in its life; nothing was changed. */
    record NotFrom(EstateState state) implements MoveOutcome {}

    /** A living estate has the slug already. */
    record SlugTaken(String suggestion) implements MoveOutcome {}

    record SlugWrong(String complaint) implements MoveOutcome {}

    /** Its export is being made; archiving is taken back only where that fails. */
    record BeingArchived() implements MoveOutcome {}
}
