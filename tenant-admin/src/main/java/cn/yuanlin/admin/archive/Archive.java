package cn.yuanlin.admin.archive;

import cn.yuanlin.admin.audit.Actor;
import java.util.UUID;

/** The end of one estate, as recorded. */
record Archive(UUID estate, State state, String reason, Actor by, int attempts) {
    enum State {
        EXPORTING,
        EXPORTED,
        DELETING,
        DELETED
    }
}
