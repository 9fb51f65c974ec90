package cn.yuanlin.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EndpointAccessTest extends AdminTest {
    private static final String ME = "/api/platform/me";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nobodyWithoutATokenLearnsWhatExists() {
        var answer = api.get("/api/platform/nothing-here");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthenticated");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().path("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void theSignedInAreToldThatNothingIsThere() {
        assertThat(asAdmin().get("/api/platform/nothing-here").status()).isEqualTo(404);
        assertThat(asAdmin().delete(ME).status()).isEqualTo(405);
    }

    @Test
    void deniesAHandlerThatDeclaresNothingToEverybody() {
        assertThat(api.get(Undeclared.PATH).status()).isEqualTo(401);
        assertThat(asAdmin().get(Undeclared.PATH).status()).isEqualTo(403);
    }

    @Test
    void believesOnlyTokensOfOurRealmForUs() {
        var admin = TokenIssuer.subject(UUID.randomUUID()).roles("platform-admin");

        assertThat(api.as(admin.sign()).get(ME).status()).isEqualTo(200);
        for (var bad : List.of(
                admin.expired(),
                admin.forged(),
                admin.with("iss", "https://elsewhere.example/realms/yuanlin").sign(),
                admin.with("aud", List.of("account")).sign(),
                admin.sign().replaceFirst("\\..*\\.", ".e30."),
                "nonsense")) {
            assertThat(api.as(bad).get(ME).status()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void aRowWithoutAClaimAndAClaimWithoutARowGrantNothing() {
        var office = scene.street();
        var staff = scene.staffClaims(office);

        assertThat(api.as(staff.sign()).get(ME).status()).isEqualTo(200);
        assertThat(api.as(staff.with("offices", List.of()).sign()).get(ME).status())
                .isEqualTo(403);
        assertThat(api.as(staff.offices(scene.street()).sign()).get(ME).status())
                .isEqualTo(403);
        assertThat(api.as(staff.with("realm_access", Map.of()).sign()).get(ME).status())
                .isEqualTo(403);
        assertThat(api.as(TokenIssuer.subject(UUID.randomUUID())
                                .roles("office-staff")
                                .offices(office)
                                .sign())
                        .get(ME)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoeverIsRemovedIsOutWithTheNextRequest() {
        var claims = scene.staffClaims(scene.street());
        var staff = api.as(claims.sign());
        assertThat(staff.get(ME).status()).isEqualTo(200);

        jdbc.sql("update control.office_staff set state = 'REMOVING' where subject = cast(? as uuid)")
                .param(claims.subject())
                .update();

        assertThat(staff.get(ME).status()).isEqualTo(403);
    }

    @Test
    void servicesHaveNoBusinessHere() {
        assertThat(api.as(TokenIssuer.subject(UUID.randomUUID())
                                .roles("route-reader")
                                .sign())
                        .get(ME)
                        .status())
                .isEqualTo(403);
    }

    private Api asAdmin() {
        return api.as(TokenIssuer.platformAdmin());
    }
}
