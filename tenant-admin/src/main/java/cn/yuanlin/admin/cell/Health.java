package cn.yuanlin.admin.cell;

/** What the last look at a cell showed; UNKNOWN until somebody looked. */
public enum Health {
    UP,
    UNKNOWN,
    DOWN
}
