package cn.yuanlin.gateway.entry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUrl the address people type; its origin may always call, and its scheme decides on HSTS
 * @param issuer Keycloak's realm as browsers see it; the console may talk to its origin
 * @param allowedOrigins further front ends' origins, e.g. {@code https://app.example.org}
 * @param trustedProxies networks (CIDR) whose X-Forwarded-For is believed; none means nobody's is
 * @param headTimeout from the first byte of a request to the end of its head
 * @param bodyPause longest pause within a body
 * @param bodyTimeout from the end of the head to the end of the body
 * @param idleTimeout how long a connection may wait for its next request
 */
@ConfigurationProperties("yuanlin.gateway.entry")
record EntrySettings(
        URI publicUrl,
        URI issuer,
        List<String> allowedOrigins,
        List<String> trustedProxies,
        Duration headTimeout,
        Duration bodyPause,
        Duration bodyTimeout,
        Duration idleTimeout) {

    /** Scheme, host and port of an address, as a browser's Origin header writes them. */
    static String originOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
