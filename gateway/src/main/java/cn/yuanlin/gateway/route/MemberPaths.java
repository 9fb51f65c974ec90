package cn.yuanlin.gateway.route;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Paths below an estate on which a token of another estate can be turned away here.
 *
 * <p>Which endpoint is PUBLIC, open to GUESTs or for MEMBERs only, platform-api decides. The gateway knows no more than a
 * reviewed list of first path segments all of whose endpoints need membership, and says an early no there to a valid
 * token that does not name the estate's organization. It says no to nothing else: not to requests without a token, not to
 * guests or readers of public pages. A segment missing here costs the cell a request; a test compares the list with
 * platform-api's OpenAPI document, so that none is here that should not be.
 */
@Component
class MemberPaths {
    private final Set<String> segments;

    MemberPaths(RouteSettings settings) {
        this.segments = Set.copyOf(settings.memberPaths());
    }

    Collection<String> segments() {
        return segments;
    }

    /** @param below the path after the slug, e.g. {@code /units/17} or empty */
    boolean covers(String below) {
        int end = below.indexOf('/', 1);
        return !below.isEmpty() && segments.contains(below.substring(1, end < 0 ? below.length() : end));
    }
}
