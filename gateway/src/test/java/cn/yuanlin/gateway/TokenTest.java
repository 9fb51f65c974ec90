package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    private static int with(String token, String path) {
        return gateway.get(path, "Authorization", "Bearer " + token).statusCode();
    }

    private static void refused(String authorization) {
        int before = neighbourhood.cellOne.seen.size();
        var answer = gateway.get("/api/estates/elm/products", "Authorization", authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).contains("/problems/token-invalid", "请重新登录");
        assertThat(neighbourhood.cellOne.seen).hasSize(before);
    }

    @Test
    void letsAValidTokenThroughAndHandsItOn() {
        var token = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
        assertThat(with(token, "/api/estates/elm/units")).isEqualTo(200);
        assertThat(neighbourhood.cellOne.last().header("Authorization")).isEqualTo("Bearer " + token);
        assertThat(with(token, "/api/platform/me")).isEqualTo(200);
    }

    @Test
    void asksForNoToken() {
        assertThat(gateway.get("/api/estates/elm/products").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/api/estates/elm/units").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesATokenThatIsExpired() {
        refused("Bearer "
                + neighbourhood.keycloak.token(
                        claims -> claims.expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(30))))));
    }

    @Test
    void refusesATokenOfAnotherIssuerForAnotherAudienceOrWithoutSubjectOrExpiry() {
        var keycloak = neighbourhood.keycloak;
        refused("Bearer " + keycloak.token(claims -> claims.issuer("https://login.example.org/realms/master")));
        refused("Bearer " + keycloak.token(claims -> claims.audience(List.of("account"))));
        refused("Bearer " + keycloak.token(claims -> claims.audience(List.of())));
        refused("Bearer " + keycloak.token(claims -> claims.subject(null)));
        refused("Bearer " + keycloak.token(claims -> claims.expirationTime(null)));
        refused("Bearer "
                + keycloak.token(
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(2))))));
    }

    @Test
    void refusesForgedTokens() throws JOSEException {
        var good = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
        var parts = good.split("\\.");
        refused("Bearer " + KeycloakStub.signed(KeycloakStub.newKey(), claims -> claims));
        refused("Bearer " + parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4) + "AAAA");
        refused("Bearer " + parts[0] + "." + parts[1] + ".");
        refused("Bearer " + new PlainJWT(new JWTClaimsSet.Builder().subject("x").build()).serialize());
        var hmac = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder().subject("x").audience("yuanlin").build());
        hmac.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
        refused("Bearer " + hmac.serialize());
    }

    @Test
    void refusesWhatIsNoBearerToken() {
        refused("Bearer nonsense");
        refused("Basic dXNlcjpwYXNz");
        refused("Bearer");
        refused("");
        var good = neighbourhood.keycloak.anybody();
        var twice =
                gateway.get("/api/estates/elm", "Authorization", "Bearer " + good, "Authorization", "Bearer " + good);
        assertThat(twice.statusCode()).isEqualTo(401);
    }

    @Test
    void turnsAwayAForeignMemberOnlyWhereMembershipIsSureToBeNeeded() {
        var foreign = neighbourhood.keycloak.memberOf(Neighbourhood.OAK);
        for (var path : List.of("units", "units/1", "roll/versions", "funds", "profile", "buildings")) {
            var answer = gateway.get("/api/estates/elm/" + path, "Authorization", "Bearer " + foreign);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/not-a-member").doesNotContain("elm");
        }
        for (var path : List.of("", "/products", "/shops", "/notices", "/notices/1", "/orders", "/meals")) {
            assertThat(with(foreign, "/api/estates/elm" + path)).as(path).isEqualTo(200);
        }
        assertThat(with(foreign, "/api/estates/oak/units")).isEqualTo(200);
        assertThat(with(neighbourhood.keycloak.anybody(), "/api/estates/elm/units"))
                .isEqualTo(403);
        assertThat(with(
                        neighbourhood.keycloak.memberOf(Neighbourhood.OAK, Neighbourhood.ELM),
                        "/api/estates/elm/units"))
                .isEqualTo(200);
    }

    @Test
    void letsANewcomerAskForAHomeAndForWhatIsKeptAboutThem() {
        var newcomer = neighbourhood.keycloak.anybody();
        for (var path : List.of(
                "me/bindings", "me/disclosures", "me/consents/PRIVACY", "me/data", "bindings", "guests", "media")) {
            assertThat(with(newcomer, "/api/estates/elm/" + path)).as(path).isEqualTo(200);
        }
        assertThat(with(newcomer, "/api/estates/elm/invitations/0123456789/acceptance"))
                .isEqualTo(200);
    }

    @Test
    void readsTheClaimAlsoAsAList() {
        var listed = neighbourhood.keycloak.token(
                claims -> claims.claim("organization", List.of(Neighbourhood.ELM.toString())));
        assertThat(with(listed, "/api/estates/elm/units")).isEqualTo(200);
        assertThat(with(listed, "/api/estates/oak/units")).isEqualTo(403);
    }
}
