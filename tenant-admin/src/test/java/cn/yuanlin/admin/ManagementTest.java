package cn.yuanlin.admin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What an operator sees on the port of their own, and nobody on the public one. */
class ManagementTest extends AdminTest {
    @LocalManagementPort
    private int managementPort;

    @Test
    void tellsItsHealthByGroups() {
        var management = new Api("http://127.0.0.1:" + managementPort);

        assertThat(management
                        .get("/actuator/health/liveness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(management
                        .get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void countsItsRequestsByRoute() {
        api.get("/api/platform/application-offices");

        assertThat(new Api("http://127.0.0.1:" + managementPort)
                        .get("/actuator/prometheus")
                        .text())
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/api/platform/application-offices\"")
                .contains("service=\"tenant-admin\"")
                .contains("hikaricp_connections_active");
    }

    @Test
    void showsNoneOfItOnThePublicPortAndNothingElseAnywhere() {
        for (var path : List.of("/actuator/health", "/actuator/prometheus", "/actuator", "/v3/api-docs")) {
            assertThat(api.get(path).status()).as(path).isEqualTo(401);
        }
        var management = new Api("http://127.0.0.1:" + managementPort);
        for (var path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/beans")) {
            assertThat(management.get(path).status()).as(path).isIn(401, 404);
        }
    }
}
