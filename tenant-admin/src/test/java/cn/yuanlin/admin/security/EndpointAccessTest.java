package cn.yuanlin.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.TokenIssuer;
import org.junit.jupiter.api.Test;

class EndpointAccessTest extends AdminTest {
    @Test
    void nobodyWithoutATokenLearnsWhatExists() {
        var answer = api.get("/api/platform/nothing-here");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/unauthenticated");
        assertThat(answer.json().path("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void theSignedInAreToldThatNothingIsThere() {
        assertThat(api.as(TokenIssuer.platformAdmin())
                        .get("/api/platform/nothing-here")
                        .status())
                .isEqualTo(404);
    }
}
