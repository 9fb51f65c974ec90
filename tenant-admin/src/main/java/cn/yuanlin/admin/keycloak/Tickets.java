package cn.yuanlin.admin.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Our word to Keycloak that a person has proved who they are. Holds for a minute and once; never leaves the platform. */
@Component
class Tickets {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final JWSSigner signer;
    private final Clock clock;

    Tickets(ResidentClientSettings settings, Clock clock) {
        this.clock = clock;
        try {
            this.signer = new MACSigner(settings.ticketSecret().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException tooShort) {
            throw new IllegalStateException("YUANLIN_TICKET_SECRET must have at least 32 bytes", tooShort);
        }
    }

    String issue(UUID subject) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer("tenant-admin")
                .audience("keycloak-ticket")
                .subject(subject.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        var ticket = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            ticket.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ticket.serialize();
    }
}
