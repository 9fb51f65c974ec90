package cn.yuanlin.admin.office;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's place in one office.
 *
 * @param subject Keycloak's id of the account; null until there is one
 */
record Staff(
        UUID id,
        UUID office,
        String officeName,
        String username,
        String name,
        @Nullable UUID subject,
        StaffState state,
        Instant createdAt) {}
