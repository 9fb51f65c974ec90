package cn.yuanlin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
    private static final SecretKey KEY = key("a secret that is thirty-two bytes");
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String HS256 = "{\"alg\":\"HS256\"}";
    private static final String GOOD = """
            {"iss":"tenant-admin","aud":"keycloak-ticket","sub":"s1","jti":"j1","iat":1800000000,"exp":1800000060}""";

    @Test
    void readsWhatTenantAdminSigned() {
        assertThat(Ticket.read(signed(HS256, GOOD, KEY), KEY, NOW))
                .contains(new Ticket("j1", "s1", NOW.plusSeconds(60)));
    }

    @Test
    void isWorthNothingFromTheInstantItExpires() {
        var ticket = signed(HS256, GOOD, KEY);
        assertThat(Ticket.read(ticket, KEY, NOW.plusSeconds(59))).isPresent();
        assertThat(Ticket.read(ticket, KEY, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void isNotTakenBeforeItWasIssuedButForTheClocksDifference() {
        var ticket = signed(HS256, GOOD, KEY);
        assertThat(Ticket.read(ticket, KEY, NOW.minusSeconds(5))).isPresent();
        assertThat(Ticket.read(ticket, KEY, NOW.minusSeconds(6))).isEmpty();
    }

    @Test
    void refusesAnotherKeysSignature() {
        assertThat(Ticket.read(signed(HS256, GOOD, key("another secret of thirty-two bytes")), KEY, NOW))
                .isEmpty();
    }

    @Test
    void refusesAChangedTicket() {
        var parts = signed(HS256, GOOD, KEY).split("\\.");
        var other = base64(GOOD.replace("s1", "s2").getBytes(UTF_8));
        assertThat(Ticket.read(parts[0] + "." + other + "." + parts[2], KEY, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"HS512\"}", "{\"alg\":\"RS256\"}", "{}", "[]", "x"})
    void refusesEveryOtherAlgorithm(String header) {
        assertThat(Ticket.read(signed(header, GOOD, KEY), KEY, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iss\":\"tenant-admin\"",
                "\"aud\":\"keycloak-ticket\"",
                "\"sub\":\"s1\"",
                "\"jti\":\"j1\"",
                "\"iat\":1800000000",
                "\"exp\":1800000060"
            })
    void demandsEveryClaim(String claim) {
        assertThat(Ticket.read(signed(HS256, GOOD.replace(claim, "\"x\":1"), KEY), KEY, NOW))
                .isEmpty();
    }

    @Test
    void refusesAnAccessTokensAudienceAndAnotherIssuer() {
        assertThat(Ticket.read(signed(HS256, GOOD.replace("keycloak-ticket", "yuanlin"), KEY), KEY, NOW))
                .isEmpty();
        assertThat(Ticket.read(signed(HS256, GOOD.replace("tenant-admin", "gateway"), KEY), KEY, NOW))
                .isEmpty();
    }

    @Test
    void refusesALifeOfMoreThanAMinute() {
        assertThat(Ticket.read(signed(HS256, GOOD.replace("1800000060", "1800000061"), KEY), KEY, NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "a.b.c.d", "一.二.三"})
    void refusesWhatIsNoTicketAtAll(String text) {
        assertThat(Ticket.read(text, KEY, NOW)).isEmpty();
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    private static String signed(String header, String claims, SecretKey key) {
        try {
            var text = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
