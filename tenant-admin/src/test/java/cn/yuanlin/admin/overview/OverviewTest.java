package cn.yuanlin.admin.overview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class OverviewTest extends AdminTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void countsOnesOwnAreaOnly() {
        var street = scene.street();
        var community = scene.communityBelow(street);
        var sibling = scene.communityBelow(street);
        apply(community);
        apply(community);
        apply(sibling);

        var ofStreet = seenBy(scene.staffOf(street));
        assertThat(ofStreet.path("offices").asInt()).isEqualTo(3);
        assertThat(ofStreet.path("estates").path("APPLIED").asInt()).isEqualTo(3);
        assertThat(ofStreet.path("households").asInt()).isZero();
        assertThat(ofStreet.path("runsRunning").asInt()).isZero();
        var ofCommunity = seenBy(scene.staffOf(community));
        assertThat(ofCommunity.path("offices").asInt()).isEqualTo(1);
        assertThat(ofCommunity.path("estates").path("APPLIED").asInt()).isEqualTo(2);
        assertThat(seenBy(scene.staffOf(scene.street())).path("estates").size()).isZero();
    }

    @Test
    void showsTheLatestActsOfTheArea() {
        var street = scene.street();
        api.as(TokenIssuer.platformAdmin())
                .patch(
                        "/api/platform/offices/" + street,
                        Map.of("name", "改名街道" + street.toString().substring(0, 8)));

        var recent = seenBy(scene.staffOf(street)).path("recent");

        assertThat(recent.size()).isEqualTo(1);
        assertThat(recent.path(0).path("act").asString()).isEqualTo("office.rename");
    }

    private JsonNode seenBy(String token) {
        return api.as(token).get("/api/platform/overview").json();
    }

    private void apply(UUID community) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into control.estate (id, slug, name, community_id, source, created_at)
                values (?, ?, '测试小区', ?, 'CLERK', now())
                """).params(id, "e" + id.toString().substring(0, 8), community).update();
    }
}
