package cn.yuanlin.platform.people;

import java.util.UUID;

/**
 * A building (幢) of the estate.
 *
 * @param floors above the ground; 0 if not known
 * @param units how many it has
 */
record Building(UUID id, String name, int floors, int units) {}
