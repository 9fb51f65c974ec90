package cn.yuanlin.admin.keycloak;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is and as whom we call it. Nothing is called at start-up.
 *
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer
 */
@ConfigurationProperties("yuanlin.keycloak")
record KeycloakSettings(
        URI url, String realm, String clientId, String clientSecret, Duration connectTimeout, Duration readTimeout) {}
