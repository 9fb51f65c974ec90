package cn.yuanlin.admin.cell;

/** Whether a cell takes new estates. */
public enum CellState {
    OPEN,
    FULL,
    DRAINING;

    static CellState of(boolean draining, int estates, int capacity) {
        if (draining) {
            return DRAINING;
        }
        return estates >= capacity ? FULL : OPEN;
    }
}
