package cn.yuanlin.admin.cell;

import java.time.Instant;

/**
 * How far an estate is on its way to new keys.
 *
 * @param stage ORDERED, ADDED, PROMOTED, RETIRED, RENEWED or DONE
 * @param since when it came to this stage
 */
public record KeyRotation(String stage, Instant since, Instant orderedAt) {}
