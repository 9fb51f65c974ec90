package cn.yuanlin.platform.people;

/** Whether the developer still has the unit: all its unsold and undelivered units count as one owner (SPC art. 9). */
public enum UnitState {
    SOLD,
    UNSOLD,
    UNDELIVERED;

    boolean isDevelopers() {
        return this != SOLD;
    }
}
