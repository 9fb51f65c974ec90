package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {
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

    @Test
    void countsRequestsPerRouteAndNeverPerPath() {
        for (int i = 0; i < 5; i++) {
            gateway.get("/api/estates/elm/products/" + i);
            gateway.get("/nowhere/" + i);
            gateway.raw("BREW" + i + " /pot HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        }
        gateway.get("/console/");
        var metrics = gateway.manage("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("yuanlin_gateway_requests_seconds_count{method=\"GET\",route=\"estate\"")
                .contains("route=\"none\"", "route=\"console\"", "method=\"OTHER\"")
                .contains("yuanlin_gateway_requests_seconds_bucket")
                .contains("yuanlin_gateway_refused_total{problem=\"not-found\"")
                .contains("yuanlin_gateway_breaker_open{target=\"c1\"")
                .contains("yuanlin_gateway_routes ", "yuanlin_gateway_routes_age_seconds")
                .contains("yuanlin_gateway_routes_refused_total 0")
                .doesNotContain("/products/", "BREW", "/nowhere");
    }

    @Test
    void tellsLivenessAndReadinessOnTheManagementPortOnly() {
        assertThat(gateway.manage("/actuator/health/liveness").body()).contains("UP");
        assertThat(gateway.manage("/actuator/health/readiness").body()).contains("UP", "\"estates\":2");
        assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(404);
        assertThat(gateway.manage("/api/estates/elm").statusCode()).isEqualTo(404);
        assertThat(gateway.manage("/actuator/gateway/routes").statusCode()).isEqualTo(404);
        assertThat(gateway.manage("/actuator/env").statusCode()).isEqualTo(404);
    }
}
