package cn.yuanlin.gateway.token;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param issuer the realm as tokens name it
 * @param jwksUrl where its keys are; may be an inner address
 * @param tokenUrl where the gateway gets its own token; may be an inner address
 * @param audience what every token must be meant for
 * @param clientId the gateway's own client
 * @param clientSecret its secret
 * @param clockSkew how far clocks may differ
 * @param keysMaxAge age from which keys are fetched anew in the background; older ones stay in use until that works
 * @param keysMinInterval shortest time between two fetches, however many unknown keys are shown to us
 * @param cachedTokens how many checked tokens are remembered
 */
@ConfigurationProperties("yuanlin.gateway.token")
record TokenSettings(
        String issuer,
        URI jwksUrl,
        URI tokenUrl,
        String audience,
        String clientId,
        String clientSecret,
        Duration clockSkew,
        Duration keysMaxAge,
        Duration keysMinInterval,
        int cachedTokens) {

    @Override
    public String toString() {
        return "TokenSettings[issuer=" + issuer + ", jwksUrl=" + jwksUrl + ", clientId=" + clientId + "]";
    }
}
