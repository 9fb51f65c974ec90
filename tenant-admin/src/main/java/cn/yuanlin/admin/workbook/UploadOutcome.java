package cn.yuanlin.admin.workbook;

import cn.yuanlin.admin.estate.EstateState;

/** What became of an upload. */
sealed interface UploadOutcome {
    record Uploaded(Workbook workbook) implements UploadOutcome {}

    record TooLarge() implements UploadOutcome {}

    /** Only a verified estate takes a workbook. */
    record NotFrom(EstateState state) implements UploadOutcome {}

    /** No cell has room. */
    record NoRoom() implements UploadOutcome {}

    /** What the cell has is not what was sent. */
    record Garbled() implements UploadOutcome {}
}
