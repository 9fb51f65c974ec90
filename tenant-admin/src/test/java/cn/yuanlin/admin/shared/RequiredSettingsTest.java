package cn.yuanlin.admin.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.admin.TenantAdmin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class RequiredSettingsTest {
    @Test
    void aServiceThatMissesASecretSaysWhichAndEnds() {
        assertThatThrownBy(() -> SpringApplication.run(
                        TenantAdmin.class,
                        "--YUANLIN_DB_URL=jdbc:postgresql://127.0.0.1:9/control",
                        "--YUANLIN_DB_PASSWORD=of-tests",
                        "--YUANLIN_DB_OWNER_PASSWORD=",
                        "--YUANLIN_ISSUER=http://127.0.0.1:9/realms/yuanlin",
                        "--YUANLIN_KEYCLOAK_URL=http://127.0.0.1:9",
                        "--YUANLIN_CELLS=c1=http://127.0.0.1:9"))
                .hasStackTraceContaining(
                        "not set in the environment: YUANLIN_DB_OWNER_PASSWORD, YUANLIN_CLIENT_SECRET");
    }
}
