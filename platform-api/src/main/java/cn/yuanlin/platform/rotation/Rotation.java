package cn.yuanlin.platform.rotation;

import java.time.Instant;

/**
 * How far an estate is on its way to new keys.
 *
 * @param since when it came to this stage
 */
record Rotation(Stage stage, Instant since, Instant orderedAt) {
    /** Each is entered once what its name says is done. */
    enum Stage {
        ORDERED,
        /** New keys read, the former ones write. */
        ADDED,
        /** New keys write, the former ones read. */
        PROMOTED,
        /** Writing with the former keys is refused. */
        RETIRED,
        /** Nothing is left under the former keys. */
        RENEWED,
        /** The former keys are forgotten. */
        DONE
    }
}
