package cn.yuanlin.gateway.route;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All served estates by slug, as of one version. Immutable: a fresh table replaces it whole. */
public record RouteTable(String version, Map<String, EstateRoute> bySlug) {

    public RouteTable {
        bySlug = Map.copyOf(bySlug);
    }

    static RouteTable of(String version, Collection<EstateRoute> routes) {
        return new RouteTable(
                version,
                routes.stream()
                        .filter(EstateRoute::served)
                        .collect(Collectors.toMap(EstateRoute::slug, Function.identity(), (first, second) -> first)));
    }

    @Nullable
    EstateRoute find(String slug) {
        return bySlug.get(slug);
    }
}
