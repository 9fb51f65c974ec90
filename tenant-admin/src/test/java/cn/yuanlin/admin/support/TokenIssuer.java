package cn.yuanlin.admin.support;

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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issuer with real keys: its tokens are signed, its keys are fetched over HTTP, as Keycloak's are. */
public final class TokenIssuer {
    private static final RSAKey KEY = key("of-tests");
    /** Names the same key id, but is another key. */
    private static final RSAKey FORGED = key("of-tests");

    private static final HttpServer SERVER = serve();

    private TokenIssuer() {}

    public static String issuer() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/realms/yuanlin";
    }

    public static String jwksUrl() {
        return issuer() + "/protocol/openid-connect/certs";
    }

    public static Claims subject(UUID subject) {
        return new Claims(subject.toString(), "u" + subject.toString().substring(24), List.of(), List.of(), Map.of());
    }

    public static String platformAdmin() {
        return subject(new UUID(0, 1)).roles("platform-admin").sign();
    }

    /** The claims of a token in the making. */
    public record Claims(
            String subject, String username, List<String> roles, List<UUID> offices, Map<String, Object> other) {
        public Claims roles(String... named) {
            return new Claims(subject, username, List.of(named), offices, other);
        }

        public Claims offices(UUID... claimed) {
            return new Claims(subject, username, roles, List.of(claimed), other);
        }

        /** Any further claim; also to spoil a standard one, e.g. {@code iss} or {@code aud}. */
        public Claims with(String claim, Object value) {
            var more = new java.util.HashMap<>(other);
            more.put(claim, value);
            return new Claims(subject, username, roles, offices, more);
        }

        public String sign() {
            return sign(KEY, Instant.now().plus(Duration.ofMinutes(5)));
        }

        public String expired() {
            return sign(KEY, Instant.now().minus(Duration.ofMinutes(1)));
        }

        public String forged() {
            return sign(FORGED, Instant.now().plus(Duration.ofMinutes(5)));
        }

        private String sign(RSAKey key, Instant until) {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject(subject)
                    .audience(List.of("yuanlin"))
                    .issueTime(Date.from(until.minus(Duration.ofMinutes(5))))
                    .expirationTime(Date.from(until))
                    .claim("preferred_username", username)
                    .claim("name", "测试人员")
                    .claim("realm_access", Map.of("roles", roles))
                    .claim("offices", offices.stream().map(UUID::toString).toList());
            other.forEach(claims::claim);
            try {
                var token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(key.getKeyID())
                                .build(),
                        claims.build());
                token.sign(new RSASSASigner(key));
                return token.serialize();
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
            return server;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
