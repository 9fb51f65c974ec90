package cn.yuanlin.admin.security;

import cn.yuanlin.admin.shared.ProblemType;
import java.util.Set;
import java.util.UUID;

/**
 * The person or service behind a request, checked. Handlers take it as a parameter.
 *
 * @param subject Keycloak's id of the account
 * @param username the login name
 * @param name the display name; the login name where the token has none
 * @param roles realm roles
 * @param estates whose organizations the token names; what the person is there, their cells know
 */
public record Caller(String subject, String username, String name, Set<String> roles, Set<UUID> estates, Area area) {
    public Caller {
        roles = Set.copyOf(roles);
        estates = Set.copyOf(estates);
    }

    /**
     * Ends the request unless the office lies in the caller's area. Says "not found", so that other areas' ids tell
     * nothing.
     */
    public void mustCover(UUID office) {
        if (!area.covers(office)) {
            throw ProblemType.NOT_FOUND.because("没有找到，或不在您的辖区内。");
        }
    }
}
