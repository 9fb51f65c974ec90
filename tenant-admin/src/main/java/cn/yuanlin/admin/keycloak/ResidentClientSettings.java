package cn.yuanlin.admin.keycloak;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The client through which residents sign in.
 *
 * @param ticketSecret shared with Keycloak's ticket authenticator; at least 32 bytes
 */
@ConfigurationProperties("yuanlin.resident")
record ResidentClientSettings(String clientId, String clientSecret, String ticketSecret) {
    @Override
    public String toString() {
        return "ResidentClientSettings[clientId=" + clientId + "]";
    }
}
