package cn.yuanlin.platform.people;

/**
 * Figures of one building by the counting rules.
 *
 * @param units all units, also those that don't count
 * @param areaDm2 exclusive area that counts, in dm² (0.01 m²)
 * @param owners owners with a unit here that counts; one with units in several buildings counts in each
 */
record BuildingFigures(String building, int units, long areaDm2, int owners) {}
