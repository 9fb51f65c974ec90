package cn.yuanlin.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;

/** What an attacker makes of a token. */
final class Tokens {
    private Tokens() {}

    /** The same claims and key id, plus whatever is wanted, signed with a key of the attacker's own. */
    static String forged(String real, Map<String, Object> claims) {
        try {
            var original = SignedJWT.parse(real);
            var wanted = new JWTClaimsSet.Builder(original.getJWTClaimsSet());
            claims.forEach(wanted::claim);
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(original.getHeader().getKeyID())
                    .build();
            var jwt = new SignedJWT(header, wanted.build());
            jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
            return jwt.serialize();
        } catch (ParseException | JOSEException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The real token with one claim changed and the real signature kept. */
    static String altered(String real, Map<String, Object> claims) {
        try {
            var parts = real.split("\\.");
            var wanted = new JWTClaimsSet.Builder(SignedJWT.parse(real).getJWTClaimsSet());
            claims.forEach(wanted::claim);
            return parts[0] + "." + wanted.build().toPayload().toBase64URL() + "." + parts[2];
        } catch (ParseException fault) {
            throw new AssertionError(fault);
        }
    }
}
