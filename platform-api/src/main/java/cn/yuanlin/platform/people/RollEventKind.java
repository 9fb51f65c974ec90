package cn.yuanlin.platform.people;

/** What happened to the roll. */
public enum RollEventKind {
    /** Brought in from a workbook. */
    IMPORTED,
    /** Kept as a version; changes nothing. */
    FROZEN,
    /** Sold, given or divided. */
    TRANSFER,
    /** It was written down wrongly. */
    CORRECTION,
    /** Passed on to heirs, or to nobody known yet. */
    DEATH,
    /** By judgment or enforcement. */
    COURT
}
