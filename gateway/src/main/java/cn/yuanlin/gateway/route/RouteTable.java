package cn.yuanlin.gateway.route;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All served estates by slug. Immutable: a fresh table replaces it whole.
 *
 * @param version grows with every change of a route, in one and the same control database
 * @param gone estates that control says were archived of late
 */
public record RouteTable(long version, Map<String, EstateRoute> bySlug, Set<UUID> gone) {
    /** More estates than one in this many don't vanish in the seconds between two questions. */
    private static final int ONE_IN = 10;

    /**
     * A jump by which operators say that control is right. Half of what operating.md has them add: a restored version is
     * behind the one in use by as much as happened since the backup.
     */
    private static final long JUMP = 500_000;

    public RouteTable {
        bySlug = Map.copyOf(bySlug);
        gone = Set.copyOf(gone);
    }

    static RouteTable of(long version, Collection<EstateRoute> routes, Collection<UUID> gone) {
        return new RouteTable(
                version,
                routes.stream()
                        .filter(EstateRoute::served)
                        .collect(Collectors.toMap(EstateRoute::slug, Function.identity(), (first, second) -> first)),
                Set.copyOf(gone));
    }

    /**
     * Why the next one must not take this one's place; null if it may. A control database that was set up anew or
     * restored gives an empty or an older table, by which estates that work would vanish; with the changes made in it
     * the older one gets a newer version by itself, hence the look at how many it lacks that it doesn't name as archived:
     * it knows nothing of those.
     */
    @Nullable
    String objectionTo(RouteTable next) {
        if (bySlug.isEmpty()) {
            return null;
        }
        if (next.version < version) {
            return "version " + next.version + " is older than version " + version + " in use";
        }
        var lost = estates();
        lost.removeAll(next.estates());
        lost.removeAll(next.gone);
        if (next.bySlug.isEmpty() && !lost.isEmpty()) {
            return "version " + next.version + " has no estate at all, version " + version + " in use has "
                    + bySlug.size();
        }
        if (lost.size() > 1 && lost.size() * ONE_IN > bySlug.size() && next.version - version < JUMP) {
            return "version " + next.version + " lacks " + lost.size() + " of the " + bySlug.size()
                    + " estates of version " + version + " in use";
        }
        return null;
    }

    /** By their ids: an estate entered again under its old address is another one. */
    private Set<UUID> estates() {
        return bySlug.values().stream().map(EstateRoute::estateId).collect(Collectors.toCollection(HashSet::new));
    }

    @Nullable
    EstateRoute find(String slug) {
        return bySlug.get(slug);
    }
}
