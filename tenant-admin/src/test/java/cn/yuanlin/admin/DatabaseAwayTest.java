package cn.yuanlin.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.ControlDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

class DatabaseAwayTest extends AdminTest {
    @LocalManagementPort
    private int managementPort;

    @Test
    void saysSoAndGoesOnWhenItIsBack() {
        var management = new Api("http://127.0.0.1:" + managementPort);
        var staff = api.as(scene.staffOf(scene.street()));
        assertThat(staff.get("/api/platform/me").status()).isEqualTo(200);

        ControlDatabase.server().kill();
        try {
            var answer = staff.get("/api/platform/me");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("type").asString()).isEqualTo("/problems/temporarily-unavailable");
            assertThat(management.get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(503);
        } finally {
            ControlDatabase.server().start();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(staff.get("/api/platform/me").status()).isEqualTo(200));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                management.get("/actuator/health/readiness").status())
                        .isEqualTo(200));
    }
}
