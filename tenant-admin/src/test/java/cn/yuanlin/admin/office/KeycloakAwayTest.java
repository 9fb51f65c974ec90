package cn.yuanlin.admin.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing answers where this context looks for Keycloak. */
class KeycloakAwayTest extends AdminTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysClearlyThatAnAdditionMustBeTriedAgain() {
        var answer = api.as(TokenIssuer.platformAdmin())
                .post(
                        "/api/platform/offices/" + scene.street() + "/staff",
                        Map.of("username", "late-clerk", "name", "王测试"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/identity-unavailable");
        assertThat(answer.json().path("detail").asString()).contains("稍后再试");
    }

    @Test
    void whoeverIsRemovedIsOutAtOnceNevertheless() {
        var office = scene.street();
        var claims = scene.staffClaims(office);
        var staff = jdbc.sql("select id from control.office_staff where office_id = ?")
                .param(office)
                .query(UUID.class)
                .single();

        var answer = api.as(TokenIssuer.platformAdmin()).delete("/api/platform/offices/" + office + "/staff/" + staff);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(api.as(claims.sign()).get("/api/platform/me").status()).isEqualTo(403);
    }
}
