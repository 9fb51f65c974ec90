package cn.yuanlin.gateway.route;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All served estates by slug. Immutable: a fresh table replaces it whole.
 *
 * @param version grows with every change of a route, in one and the same control database
 */
public record RouteTable(long version, Map<String, EstateRoute> bySlug) {

    public RouteTable {
        bySlug = Map.copyOf(bySlug);
    }

    static RouteTable of(long version, Collection<EstateRoute> routes) {
        return new RouteTable(
                version,
                routes.stream()
                        .filter(EstateRoute::served)
                        .collect(Collectors.toMap(EstateRoute::slug, Function.identity(), (first, second) -> first)));
    }

    /**
     * Why the next one must not take this one's place; null if it may. A control database that was set up anew or
     * restored gives an empty or an older table, by which estates that work would vanish. The last estate that is
     * really archived stays routed to its cell, which refuses the requests itself.
     */
    @Nullable
    String objectionTo(RouteTable next) {
        if (bySlug.isEmpty()) {
            return null;
        }
        if (next.version < version) {
            return "version " + next.version + " is older than version " + version + " in use";
        }
        if (next.bySlug.isEmpty()) {
            return "version " + next.version + " has no estate at all, version " + version + " in use has "
                    + bySlug.size();
        }
        return null;
    }

    @Nullable
    EstateRoute find(String slug) {
        return bySlug.get(slug);
    }
}
