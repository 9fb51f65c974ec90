package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "YUANLIN_ISSUER", "https://login.example.org/realms/yuanlin",
            "YUANLIN_KEYCLOAK_URL", "http://keycloak:8080",
            "YUANLIN_CLIENT_SECRET", "secret",
            "YUANLIN_RESIDENT_SECRET", "secret",
            "YUANLIN_TENANT_ADMIN_URL", "http://tenant-admin:8080",
            "YUANLIN_ROUTES_FILE", "/var/lib/yuanlin/routes.json",
            "YUANLIN_PUBLIC_URL", "https://yuanlin.example.org");

    @Test
    void missesNothingWhereAllIsSet() {
        assertThat(RequiredSettings.missingFrom(COMPLETE)).isEmpty();
    }

    @Test
    void endsAtOnceWithOneLineThatNamesWhatIsMissingOrBlank() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Gateway.class.getName())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(COMPLETE);
        builder.environment().remove("YUANLIN_ISSUER");
        builder.environment().put("YUANLIN_CLIENT_SECRET", " ");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(said.lines())
                .containsExactly("gateway: not set in the environment: YUANLIN_ISSUER, YUANLIN_CLIENT_SECRET;"
                        + " docs/operating.md says what they mean");
    }
}
