package cn.yuanlin.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks access tokens: signature by a key of the realm, issuer, audience, expiry. A token that passed is remembered by
 * its hash until it expires or the keys change, so that a page's twenty requests cost one signature check.
 */
@Component
class AccessTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration skew;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Cache<String, Passed> passed;

    private record Passed(Caller caller, JWKSet by) {}

    AccessTokens(SigningKeys keys, TokenSettings settings, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.skew = settings.clockSkew();
        this.passed = Caffeine.newBuilder().maximumSize(settings.cachedTokens()).build();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(verifierFor(settings, clock));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> verifierFor(TokenSettings settings, Clock clock) {
        var issuer = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        Set.of(settings.audience()), issuer, Set.of("sub", "exp"), Set.of()) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew((int) settings.clockSkew().toSeconds());
        return verifier;
    }

    Mono<Verdict> check(String token) {
        var hash = hash(token);
        var known = passed.getIfPresent(hash);
        if (known != null && known.by() == keys.current()) {
            return Mono.just(stillHolds(known.caller()) ? new Verdict.Valid(known.caller()) : new Verdict.Invalid());
        }
        SignedJWT parsed;
        try {
            parsed = SignedJWT.parse(token);
        } catch (ParseException notAToken) {
            return Mono.just(new Verdict.Invalid());
        }
        return keys.lookFor(parsed.getHeader().getKeyID()).then(Mono.fromSupplier(() -> verify(parsed, hash)));
    }

    private Verdict verify(SignedJWT token, String hash) {
        if (!keys.anyKnown()) {
            return new Verdict.Unknown();
        }
        try {
            var by = keys.current();
            var claims = processor.process(token, null);
            var caller = new Caller(
                    claims.getSubject(),
                    estatesIn(claims.getClaim("organization")),
                    claims.getExpirationTime().toInstant());
            passed.put(hash, new Passed(caller, by));
            return new Verdict.Valid(caller);
        } catch (BadJOSEException | JOSEException refused) {
            return new Verdict.Invalid();
        }
    }

    private boolean stillHolds(Caller caller) {
        return clock.instant().isBefore(caller.expiresAt().plus(skew));
    }

    /** Keycloak writes the claim as an object by alias, or as a list of aliases; an alias is an estate's id. */
    private static Set<String> estatesIn(@Nullable Object organization) {
        if (organization instanceof Map<?, ?> byAlias) {
            return texts(List.copyOf(byAlias.keySet()));
        }
        return organization instanceof List<?> aliases ? texts(aliases) : Set.of();
    }

    private static Set<String> texts(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
