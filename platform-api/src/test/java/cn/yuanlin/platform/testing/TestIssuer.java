package cn.yuanlin.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stands in for Keycloak: real signatures, and a real JWKS over HTTP. */
public final class TestIssuer {
    private static final RSAKey KEY = key();
    private static final RSAKey STRANGERS_KEY = key();
    private static volatile boolean silent;
    private static final HttpServer SERVER = serve();

    private TestIssuer() {}

    public static String issuer() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/realms/yuanlin";
    }

    public static String keysUrl() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    /** A token like Keycloak's for someone with memberships in these estates. */
    public static String tokenOf(String subject, UUID... estates) {
        return sign(
                KEY,
                claims(subject, Duration.ofMinutes(5))
                        .claim("organization", organizations(estates))
                        .build());
    }

    /** A token of the control plane. */
    public static String serviceToken() {
        return sign(
                KEY,
                claims("tenant-admin", Duration.ofMinutes(5))
                        .claim("realm_access", Map.of("roles", List.of("cell-operator")))
                        .build());
    }

    /** As of an account that was made by phone. */
    public static String tokenWithoutNameOf(String subject, UUID... estates) {
        return sign(
                KEY,
                claims(subject, Duration.ofMinutes(5))
                        .claim("organization", organizations(estates))
                        .claim("name", null)
                        .build());
    }

    public static String expiredTokenOf(String subject, UUID... estates) {
        return sign(
                KEY,
                claims(subject, Duration.ofMinutes(-10))
                        .claim("organization", organizations(estates))
                        .build());
    }

    /** Signed with a key that the service has not seen yet, so that it has to ask. */
    public static String tokenWithNewKeyOf(String subject) {
        return sign(
                STRANGERS_KEY,
                STRANGERS_KEY.getKeyID(),
                claims(subject, Duration.ofMinutes(5)).build());
    }

    /** Makes the issuer answer with faults while the work runs. */
    public static void whileSilent(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
    }

    /** Says everything right and is signed by somebody else, under our key's id. */
    public static String forgedTokenOf(String subject, UUID... estates) {
        return sign(
                STRANGERS_KEY,
                claims(subject, Duration.ofMinutes(5))
                        .claim("organization", organizations(estates))
                        .claim("realm_access", Map.of("roles", List.of("cell-operator")))
                        .build());
    }

    /** Signed by us for another audience. */
    public static String tokenForOthersOf(String subject, UUID... estates) {
        return sign(
                KEY,
                claims(subject, Duration.ofMinutes(5))
                        .audience("another-service")
                        .claim("organization", organizations(estates))
                        .build());
    }

    private static Map<String, Object> organizations(UUID... estates) {
        return Arrays.stream(estates).collect(Collectors.toMap(UUID::toString, estate -> Map.of()));
    }

    private static JWTClaimsSet.Builder claims(String subject, Duration lifetime) {
        var expiry = Instant.now().plus(lifetime);
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer())
                .audience(List.of("yuanlin", "account"))
                .issueTime(Date.from(expiry.minusSeconds(300)))
                .expirationTime(Date.from(expiry))
                .claim("name", "测试" + subject)
                .claim("preferred_username", subject);
    }

    private static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(key, KEY.getKeyID(), claims);
    }

    private static String sign(RSAKey key, String keyId, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(silent ? 500 : 200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
