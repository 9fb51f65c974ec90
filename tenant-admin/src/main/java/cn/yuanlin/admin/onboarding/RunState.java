package cn.yuanlin.admin.onboarding;

/** Where a run stands. */
public enum RunState {
    RUNNING,
    /** A step gave up; a member of staff retries or takes the run back. */
    FAILED,
    DONE,
    COMPENSATING,
    /** Nothing of the run is left but its record. */
    COMPENSATED;

    /** Whether a worker has something to do. */
    boolean live() {
        return this == RUNNING || this == COMPENSATING;
    }
}
