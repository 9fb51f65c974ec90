package cn.yuanlin.admin.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RouteTest extends CellTest {
    private Api gateway;

    @BeforeEach
    void asTheGateway() {
        gateway = api.as(
                TokenIssuer.subject(UUID.randomUUID()).roles("route-reader").sign());
    }

    @Test
    void listsLivingEstatesOnlyAndSuspendedOnesAsSuch() {
        var verified = verifiedEstate();
        var active = activeEstate();

        assertThat(route(verified)).isEmpty();
        assertThat(route(active)).get().satisfies(route -> {
            assertThat(route.path("url").asString()).isEqualTo(cell.url());
            assertThat(route.path("cell").asString()).isEqualTo(cellCode);
            assertThat(route.path("state").asString()).isEqualTo("ACTIVE");
        });
        staff.post("/api/platform/estates/" + active + "/suspension", Map.of("reason", "物业交接"));
        assertThat(route(active))
                .get()
                .satisfies(route -> assertThat(route.path("state").asString()).isEqualTo("SUSPENDED"));
    }

    @Test
    void answersNothingNewUntilSomethingIs() {
        var estate = activeEstate();
        var first = gateway.get("/internal/routes");
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(gateway.with("If-None-Match", tag).get("/internal/routes").status())
                .isEqualTo(304);
        verifiedEstate();
        assertThat(gateway.with("If-None-Match", tag).get("/internal/routes").status())
                .isEqualTo(304);
        staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));
        var next = gateway.with("If-None-Match", tag).get("/internal/routes");
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.json().path("version").asLong())
                .isGreaterThan(first.json().path("version").asLong());
    }

    @Test
    void aCellThatMovedIsNewsToo() {
        activeEstate();
        var tag = gateway.get("/internal/routes").headers().firstValue("ETag").orElseThrow();

        owner.sql("update control.cell set url = url || '/' where code = ?")
                .param(cellCode)
                .update();

        assertThat(gateway.with("If-None-Match", tag).get("/internal/routes").status())
                .isEqualTo(200);
    }

    @Test
    void namesWhatWasArchivedOfLateForAMonth() {
        var estate = activeEstate();
        staff.post("/api/platform/estates/" + estate + "/suspension", Map.of("reason", "物业交接"));
        owner.sql("update control.estate set state = 'ARCHIVED', archived_at = now() - interval '29 days' where id = ?")
                .param(estate)
                .update();
        assertThat(gone()).contains(estate.toString());
        assertThat(route(estate)).isEmpty();

        owner.sql("update control.estate set archived_at = now() - interval '31 days' where id = ?")
                .param(estate)
                .update();
        assertThat(gone()).doesNotContain(estate.toString());
    }

    @Test
    void isForTheGatewayOnly() {
        assertThat(api.get("/internal/routes").status()).isEqualTo(401);
        assertThat(staff.get("/internal/routes").status()).isEqualTo(403);
    }

    private List<String> gone() {
        return gateway.get("/internal/routes")
                .json()
                .path("gone")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private Optional<JsonNode> route(UUID estate) {
        for (var route : gateway.get("/internal/routes").json().path("routes")) {
            if (route.path("estateId").asString().equals(estate.toString())) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }
}
