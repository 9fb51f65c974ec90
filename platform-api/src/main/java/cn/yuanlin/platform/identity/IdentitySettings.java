package cn.yuanlin.platform.identity;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tenantAdminUrl where the control plane answers
 * @param tokenUrl where Keycloak gives this service its own token
 * @param timeout for connecting, and for an answer
 */
@ConfigurationProperties("yuanlin.identity")
record IdentitySettings(
        URI tenantAdminUrl,
        URI tokenUrl,
        String clientId,
        String clientSecret,
        @DefaultValue("2s") Duration timeout) {
    /** Leaves the secret out: records end up in logs. */
    @Override
    public String toString() {
        return "IdentitySettings[" + clientId + "]";
    }
}
