package cn.yuanlin.admin.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Reads a verified token and tells whether one of an endpoint's grants fits it. */
@Component
class CallerReader {
    private static final String PLATFORM_ADMIN = "platform-admin";
    private static final String OFFICE_STAFF = "office-staff";
    private static final String ROUTE_READER = "route-reader";
    private static final String PEOPLE_READER = "people-reader";

    private static final Logger log = LoggerFactory.getLogger(CallerReader.class);

    private final OfficeAreas areas;

    CallerReader(OfficeAreas areas) {
        this.areas = areas;
    }

    /** The caller with the widest area that the grants allow; empty if none of them fits. */
    Optional<Caller> admit(Jwt token, Set<Grant> grants) {
        var roles = roles(token);
        if (grants.contains(Grant.PLATFORM_ADMIN) && roles.contains(PLATFORM_ADMIN)) {
            return Optional.of(caller(token, roles, Area.EVERYWHERE));
        }
        if (grants.contains(Grant.OFFICE) && roles.contains(OFFICE_STAFF)) {
            var area = areas.of(subject(token), offices(token));
            return area.equals(Area.NOWHERE) ? Optional.empty() : Optional.of(caller(token, roles, area));
        }
        if (grants.contains(Grant.ROUTE_READER) && roles.contains(ROUTE_READER)) {
            return Optional.of(caller(token, roles, Area.NOWHERE));
        }
        if (grants.contains(Grant.PEOPLE_READER) && roles.contains(PEOPLE_READER)) {
            return Optional.of(caller(token, roles, Area.NOWHERE));
        }
        if (grants.contains(Grant.SIGNED_IN)) {
            return Optional.of(caller(token, roles, Area.NOWHERE));
        }
        return Optional.empty();
    }

    private static Caller caller(Jwt token, Set<String> roles, Area area) {
        var subject = subject(token);
        var username = text(token, "preferred_username", subject);
        return new Caller(subject, username, text(token, "name", username), roles, estates(token), area);
    }

    private static String subject(Jwt token) {
        return text(token, "sub", "");
    }

    private static String text(Jwt token, String claim, String otherwise) {
        return Objects.requireNonNullElse(token.getClaimAsString(claim), otherwise);
    }

    private static Set<String> roles(Jwt token) {
        var roles = new HashSet<String>();
        if (token.getClaims().get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> named) {
            named.forEach(role -> roles.add(String.valueOf(role)));
        }
        return roles;
    }

    private static Set<UUID> offices(Jwt token) {
        return ids(Optional.ofNullable(token.getClaimAsStringList("offices")).orElse(List.of()));
    }

    /** Keycloak names organizations as an object keyed by alias, which is the estate's id. */
    private static Set<UUID> estates(Jwt token) {
        return token.getClaims().get("organization") instanceof Map<?, ?> named
                ? ids(named.keySet().stream().map(String::valueOf).toList())
                : Set.of();
    }

    private static Set<UUID> ids(Collection<String> claimed) {
        var ids = new HashSet<UUID>();
        for (var text : claimed) {
            try {
                ids.add(UUID.fromString(text));
            } catch (IllegalArgumentException notAnId) {
                log.warn("an account claims an office or an estate that is none; ignored");
            }
        }
        return ids;
    }
}
