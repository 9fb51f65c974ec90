package cn.yuanlin.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.platform.testing.Http;
import cn.yuanlin.platform.testing.PlatformTest;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

class OperationsTest extends PlatformTest {
    @LocalManagementPort
    private int managementPort;

    @Autowired
    private HikariDataSource pool;

    @Test
    void healthAndMetricsAreOnTheManagementPortAlone() {
        assertThat(management()
                        .get("/actuator/health/liveness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(management()
                        .get("/actuator/health/readiness")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        var metrics = management().get("/actuator/prometheus").text();
        assertThat(metrics)
                .contains(
                        "yuanlin_outbox_age_seconds",
                        "yuanlin_outbox_parked",
                        "hikaricp_connections{pool=\"estates\"}");
        for (var path : new String[] {"/actuator/health", "/actuator/prometheus"})
            assertThat(http().get(path).status()).isIn(401, 403, 404);
    }

    @Test
    void nothingElseOfTheManagementIsOpen() {
        for (var endpoint :
                new String[] {"env", "beans", "heapdump", "loggers", "configprops", "threaddump", "shutdown"})
            assertThat(management().get("/actuator/" + endpoint).status())
                    .as(endpoint)
                    .isIn(401, 403, 404);
    }

    @Test
    void poolsAreSmallAndConnectionsShortLived() {
        assertThat(pool.getMaximumPoolSize()).isLessThanOrEqualTo(10);
        assertThat(pool.getMaxLifetime()).isLessThanOrEqualTo(600_000);
        assertThat(pool.isAutoCommit()).isFalse();
    }

    private Http management() {
        return new Http("http://127.0.0.1:" + managementPort);
    }
}
