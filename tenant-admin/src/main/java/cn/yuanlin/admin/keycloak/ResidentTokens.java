package cn.yuanlin.admin.keycloak;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a signed-in resident's front end gets from Keycloak.
 *
 * @param expiresIn seconds from now
 * @param refreshExpiresIn seconds from now
 */
public record ResidentTokens(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("refresh_expires_in") long refreshExpiresIn) {
    @Override
    public String toString() {
        return "ResidentTokens[expiresIn=" + expiresIn + "]";
    }
}
