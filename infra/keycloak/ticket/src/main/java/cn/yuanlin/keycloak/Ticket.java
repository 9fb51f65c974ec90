package cn.yuanlin.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.keycloak.jose.jws.Algorithm;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.jose.jws.crypto.HMACProvider;
import org.keycloak.representations.JsonWebToken;

/**
 * tenant-admin's word that a person has proved who they are: a compact JWS, HS256.
 *
 * @param id unlike that of any other ticket
 * @param subject Keycloak's id of the account
 * @param expiresAt from this instant on it is worth nothing
 */
record Ticket(String id, String subject, Instant expiresAt) {
    static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

    private static final String ISSUER = "tenant-admin";
    private static final String AUDIENCE = "keycloak-ticket";
    /** Clocks of machines in one platform differ by less. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Three parts, the last one 32 bytes; longer than we write is nobody's. */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-]{1,200}\\.[A-Za-z0-9_-]{1,1000}\\.[A-Za-z0-9_-]{43}");

    /** The ticket, if it is one, signed with this key, meant for us, and valid now. Whether it is used up it can't tell. */
    static Optional<Ticket> read(String text, SecretKey key, Instant now) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var signed = new JWSInput(text);
            if (signed.getHeader().getAlgorithm() != Algorithm.HS256 || !HMACProvider.verify(signed, key)) {
                return Optional.empty();
            }
            return of(signed.readJsonContent(JsonWebToken.class), now);
        } catch (JWSInputException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Ticket> of(JsonWebToken claims, Instant now) {
        if (claims.getId() == null
                || claims.getSubject() == null
                || claims.getIat() == null
                || claims.getExp() == null
                || !ISSUER.equals(claims.getIssuer())
                || !claims.hasAudience(AUDIENCE)) {
            return Optional.empty();
        }
        var issuedAt = Instant.ofEpochSecond(claims.getIat());
        var expiresAt = Instant.ofEpochSecond(claims.getExp());
        var current = !issuedAt.isAfter(now.plus(SKEW)) && expiresAt.isAfter(now);
        var brief = !expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE));
        return current && brief
                ? Optional.of(new Ticket(claims.getId(), claims.getSubject(), expiresAt))
                : Optional.empty();
    }
}
