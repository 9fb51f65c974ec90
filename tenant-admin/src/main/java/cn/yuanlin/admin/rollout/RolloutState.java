package cn.yuanlin.admin.rollout;

/** Where a roll-out stands. */
enum RolloutState {
    /** Its waves are drawn up; a worker is about to begin. */
    PLANNED,
    RUNNING,
    PAUSED,
    /** A wave ended with failures; the next is not begun until somebody resumes. */
    FAILED,
    DONE;

    boolean live() {
        return this == PLANNED || this == RUNNING;
    }
}
