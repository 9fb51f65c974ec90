package cn.yuanlin.admin.route;

import java.util.List;
import java.util.UUID;

/**
 * Every estate that answers requests, whole.
 *
 * @param version grows with every change of a route
 */
record RouteTable(long version, List<Route> routes) {
    /** @param state ACTIVE or SUSPENDED */
    record Route(String slug, UUID estateId, String cell, String url, String state) {}
}
