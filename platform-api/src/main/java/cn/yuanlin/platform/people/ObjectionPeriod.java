package cn.yuanlin.platform.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days on which owners may object to a version of the roll, in Asia/Shanghai.
 *
 * @param to the last of the days
 */
record ObjectionPeriod(UUID id, int version, LocalDate from, LocalDate to) {
    /** Longest period, in days. */
    static final int LONGEST = 90;
}
