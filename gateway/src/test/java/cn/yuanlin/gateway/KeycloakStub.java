package cn.yuanlin.gateway;

import cn.yuanlin.gateway.Backend.Answer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Stands for Keycloak: publishes its keys, gives the gateway its token, signs tokens for tests. */
class KeycloakStub implements AutoCloseable {
    static final String ISSUER = "https://login.example.org/realms/yuanlin";

    final Backend backend = new Backend(this::answer);
    private volatile RSAKey key = newKey();
    private volatile String published = new JWKSet(key.toPublicJWK()).toString();

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How it answers unless a test says otherwise. */
    Answer answer(Backend.Seen request) {
        if (request.uri().endsWith("/certs")) {
            return Answer.json(200, published);
        }
        return Answer.json(200, "{\"access_token\":\"service-token\",\"expires_in\":300}");
    }

    /** From now on signs with another key; the old one is no longer published. */
    void rotate() {
        key = newKey();
        published = new JWKSet(key.toPublicJWK()).toString();
    }

    String memberOf(UUID... estates) {
        var organizations = new java.util.HashMap<String, Object>();
        for (var estate : estates) {
            organizations.put(estate.toString(), Map.of());
        }
        return token(claims -> claims.claim("organization", organizations));
    }

    String anybody() {
        return token(claims -> claims);
    }

    /** A token that is valid but for what the change makes of it. */
    String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, change);
    }

    static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(UUID.randomUUID().toString())
                .audience(List.of("yuanlin", "account"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        backend.close();
    }
}
