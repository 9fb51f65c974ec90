package cn.yuanlin.admin.onboarding;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first committee member's account, made from the estate's slug.
 *
 * @param subject Keycloak's id; null while only intended
 */
record Invitation(String username, @Nullable UUID subject) {}
