package cn.yuanlin.platform.people;

/**
 * A building to import.
 *
 * @param name as {@link UnitNo#parseBuilding} gives it
 * @param floors above the ground; 0 if not known
 */
public record BuildingRow(String name, int floors) {}
