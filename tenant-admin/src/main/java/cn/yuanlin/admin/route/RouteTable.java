package cn.yuanlin.admin.route;

import java.util.List;
import java.util.UUID;

/**
 * Every estate that answers requests, whole.
 *
 * @param version grows with every change of a route
 * @param gone estates that were archived on purpose of late: a gateway that misses others doubts the table
 */
record RouteTable(long version, List<Route> routes, List<UUID> gone) {
    /** @param state ACTIVE or SUSPENDED */
    record Route(String slug, UUID estateId, String cell, String url, String state) {}
}
