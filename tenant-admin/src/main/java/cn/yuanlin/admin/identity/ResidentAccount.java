package cn.yuanlin.admin.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a verified phone is.
 *
 * @param subject Keycloak's id of the account; null until Keycloak has made it
 * @param reverifySince since when the phone may be in other hands; null if the person need not prove anew who
 *     they are
 */
record ResidentAccount(
        String username, @Nullable UUID subject, @Nullable Instant reverifySince) {}
