package cn.yuanlin.admin.keycloak;

import java.time.Instant;

/** @param number eleven digits */
public record VerifiedPhone(String number, Instant verifiedAt) {
    @Override
    public String toString() {
        return "VerifiedPhone[verifiedAt=" + verifiedAt + "]";
    }
}
