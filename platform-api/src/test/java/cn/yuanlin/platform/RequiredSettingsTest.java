package cn.yuanlin.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

class RequiredSettingsTest {
    @Test
    void aServiceThatMissesASecretSaysWhichAndEnds() {
        assertThatThrownBy(() -> SpringApplication.run(
                        PlatformApi.class,
                        "--SERVER_PORT=0",
                        "--MANAGEMENT_SERVER_PORT=0",
                        "--YUANLIN_DB_URL=jdbc:postgresql://127.0.0.1:9/cell",
                        "--YUANLIN_DB_PASSWORD=of-tests",
                        "--YUANLIN_DB_MIGRATOR_PASSWORD=",
                        "--YUANLIN_ISSUER=http://127.0.0.1:9/realms/yuanlin"))
                .hasStackTraceContaining("not set in the environment: YUANLIN_DB_MIGRATOR_PASSWORD, YUANLIN_KEYS_DIR,"
                        + " YUANLIN_CLIENT_SECRET");
    }
}
