package cn.yuanlin.gateway.route;

import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where one estate is served.
 *
 * @param slug its name in addresses
 * @param estateId the estate
 * @param cell code of the cell it lives in
 * @param url the cell's base address, without a path
 * @param state as in tenant-admin, e.g. ACTIVE
 */
public record EstateRoute(String slug, UUID estateId, String cell, URI url, String state) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final Pattern CELL = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Set<String> SERVED = Set.of("ACTIVE", "SUSPENDED");

    /** @throws IllegalArgumentException if a part has not the form it must have */
    public EstateRoute {
        if (!SLUG.matcher(slug).matches() || !CELL.matcher(cell).matches()) {
            throw new IllegalArgumentException("Not a slug or a cell: " + slug + ", " + cell);
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("Not a web address: " + url);
        }
        if (url.getHost() == null
                || url.getUserInfo() != null
                || !url.getRawPath().isEmpty()) {
            throw new IllegalArgumentException("Not a bare address: " + url);
        }
    }

    /** Whether residents reach it. A suspended estate is read only, which its cell enforces. */
    boolean served() {
        return SERVED.contains(state);
    }
}
