package cn.yuanlin.admin.estate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MyEstatesTest extends CellTest {
    @Test
    void namesTheEstatesOfTheTokenAndNoOthers() {
        var mine = enteredEstate();
        enteredEstate();

        var answer = with(Map.of(
                "organization",
                Map.of(mine.toString(), Map.of(), UUID.randomUUID().toString(), Map.of())));

        assertThat(answer.path("items")).hasSize(1);
        var shown = answer.path("items").get(0);
        assertThat(shown.path("id").asString()).isEqualTo(mine.toString());
        assertThat(shown.path("name").asString()).isEqualTo("测试小区");
        assertThat(shown.path("community").asString()).startsWith("测试社区");
        assertThat(shown.path("state").asString()).isEqualTo("APPLIED");
        assertThat(shown.propertyNames()).containsExactlyInAnyOrder("id", "slug", "name", "community", "state");
    }

    @Test
    void whoBelongsNowhereHasNone() {
        assertThat(with(Map.of()).path("items")).isEmpty();
        assertThat(with(Map.of("organization", "nonsense")).path("items")).isEmpty();
        assertThat(with(Map.of("organization", Map.of("nonsense", Map.of()))).path("items"))
                .isEmpty();
    }

    private tools.jackson.databind.JsonNode with(Map<String, Object> claims) {
        var token = TokenIssuer.subject(UUID.randomUUID());
        for (var claim : claims.entrySet()) {
            token = token.with(claim.getKey(), claim.getValue());
        }
        var answer = api.as(token.sign()).get("/api/platform/my-estates");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }
}
