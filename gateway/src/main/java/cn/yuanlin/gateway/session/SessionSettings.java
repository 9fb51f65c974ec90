package cn.yuanlin.gateway.session;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param realmUrl the realm as the gateway reaches it; may be an inner address
 * @param publicUrl what people type; its scheme decides whether the cookie is for https only
 * @param clientId the client through which residents signed in
 * @param clientSecret its secret
 * @param timeout how long Keycloak may take
 * @param most calls at once; more are told to come back, so that a slow Keycloak fills nobody's memory
 */
@ConfigurationProperties("yuanlin.gateway.session")
record SessionSettings(URI realmUrl, URI publicUrl, String clientId, String clientSecret, Duration timeout, int most) {

    @Override
    public String toString() {
        return "SessionSettings[realmUrl=" + realmUrl + ", clientId=" + clientId + "]";
    }
}
