package cn.yuanlin.admin.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded act.
 *
 * @param act {@code noun.verb}
 * @param detail ids, counts and states; never a resident's data
 */
public record AuditEvent(UUID id, Instant at, By actor, String act, About subject, Map<String, Object> detail) {
    /** @param subject Keycloak's id; null for the platform itself and for the public */
    public record By(@Nullable String subject, String name) {}

    /** What was acted upon, as it was called then. */
    public record About(String type, String id, String name) {}
}
