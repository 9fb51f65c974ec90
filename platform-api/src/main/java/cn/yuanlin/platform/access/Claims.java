package cn.yuanlin.platform.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads Keycloak's claims; what has another shape than expected counts as absent. */
final class Claims {
    private Claims() {}

    /** Aliases of the organizations in the token; an alias is an estate's id. */
    static Set<String> organizations(Jwt token) {
        return strings(token.getClaim("organization") instanceof Map<?, ?> byAlias ? byAlias.keySet() : null);
    }

    static Set<String> realmRoles(Jwt token) {
        var access = token.getClaim("realm_access");
        return strings(
                access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles ? roles : null);
    }

    private static Set<String> strings(@Nullable Collection<?> values) {
        if (values == null) return Set.of();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
