package cn.yuanlin.admin.keycloak;

import java.util.Set;
import java.util.UUID;

/**
 * A person's account in the realm.
 *
 * @param subject what tokens call {@code sub}
 * @param offices the offices its tokens claim
 * @param created true if this very call created it
 */
public record Account(UUID subject, String username, boolean enabled, Set<UUID> offices, boolean created) {
    public Account {
        offices = Set.copyOf(offices);
    }
}
