package cn.yuanlin.admin.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.AdminTest;
import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.Api.Answer;
import cn.yuanlin.admin.support.TokenIssuer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class OfficeControllerTest extends AdminTest {
    private static final String OFFICES = "/api/platform/offices";

    @Test
    void foundsAStreetAndACommunityBelowIt() {
        var street = foundStreet("  集士港 镇" + tag());
        var community =
                found(asAdmin(), Map.of("kind", "COMMUNITY", "name", "春华社区", "city", "NINGBO", "parentId", id(street)));

        assertThat(street.status()).isEqualTo(201);
        assertThat(street.json().path("name").asString()).startsWith("集士港 镇");
        assertThat(community.json().path("parent").path("id").asString()).isEqualTo(id(street));
        assertThat(asAdmin().get(OFFICES + "/" + id(community)).json()).isEqualTo(community.json());
    }

    @Test
    void refusesASiblingsNameButNotACousins() {
        var one = foundStreet("甲街道" + tag());
        var other = foundStreet("乙街道" + tag());
        var here = Map.of("kind", "COMMUNITY", "name", "春华社区", "city", "NINGBO", "parentId", id(one));
        var there = Map.of("kind", "COMMUNITY", "name", "春华社区", "city", "NINGBO", "parentId", id(other));

        assertThat(found(asAdmin(), here).status()).isEqualTo(201);
        assertThat(found(asAdmin(), there).status()).isEqualTo(201);
        var again = found(asAdmin(), here);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("type").asString()).isEqualTo("/problems/office-name-taken");
        assertThat(again.json().path("errors").path(0).path("field").asString()).isEqualTo("name");
    }

    @Test
    void ofTwoWhoFoundTheSameOfficeAtOnceOneIsRefused() throws Exception {
        var draft = Map.of("kind", "STREET", "name", "同时街道" + tag(), "city", "HANGZHOU");
        var start = new CyclicBarrier(2);
        Callable<Integer> founding = () -> {
            start.await();
            return found(asAdmin(), draft).status();
        };
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = both.invokeAll(List.of(founding, founding)).stream()
                    .map(it -> it.resultNow())
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(201, 409);
        }
    }

    @Test
    void keepsTheHierarchy() {
        var street = foundStreet("丙街道" + tag());
        var community =
                found(asAdmin(), Map.of("kind", "COMMUNITY", "name", "丙社区", "city", "NINGBO", "parentId", id(street)));

        assertThat(List.of(
                        Map.of("kind", "COMMUNITY", "name", "孤社区" + tag(), "city", "NINGBO"),
                        Map.of("kind", "STREET", "name", "下街道", "city", "NINGBO", "parentId", id(street)),
                        Map.of("kind", "COMMUNITY", "name", "下社区", "city", "NINGBO", "parentId", id(community)),
                        Map.of("kind", "COMMUNITY", "name", "异地社区", "city", "HANGZHOU", "parentId", id(street))))
                .allSatisfy(
                        draft -> assertThat(found(asAdmin(), draft).status()).isEqualTo(422));
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        var answer = found(asAdmin(), Map.of("kind", "STREET", "name", "街", "city", "NINGBO"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("detail").asString())
                .isEqualTo("名称应为2到40个字");

        assertThat(found(asAdmin(), Map.of("kind", "CITY")).status()).isEqualTo(400);
        assertThat(asAdmin().get(OFFICES + "?limit=201").status()).isEqualTo(400);
        assertThat(asAdmin().get(OFFICES + "?after=!!").status()).isEqualTo(400);
        assertThat(asAdmin().get(OFFICES + "/not-an-id").status()).isEqualTo(400);
    }

    @Test
    void renamesAndRefusesASiblingsName() {
        var tag = tag();
        var one = foundStreet("丁街道" + tag);
        foundStreet("戊街道" + tag);

        var renamed = asAdmin().patch(OFFICES + "/" + id(one), Map.of("name", "己街道" + tag));
        assertThat(renamed.json().path("name").asString()).isEqualTo("己街道" + tag);
        assertThat(asAdmin()
                        .patch(OFFICES + "/" + id(one), Map.of("name", "戊街道" + tag))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void staffOfAStreetSeeItAndItsCommunitiesOnly() {
        var street = scene.street();
        var community = scene.communityBelow(street);
        var elsewhere = scene.communityBelow(scene.street());

        assertThat(seenBy(scene.staffOf(street))).isEqualTo(Set.of(street, community));
        assertThat(seenBy(scene.staffOf(community))).isEqualTo(Set.of(community));
        assertThat(seenBy(scene.staffOf(community, elsewhere))).isEqualTo(Set.of(community, elsewhere));
        assertThat(api.as(scene.staffOf(street)).get(OFFICES + "/" + elsewhere).status())
                .isEqualTo(404);
        assertThat(api.as(scene.staffOf(community)).get(OFFICES + "/" + street).status())
                .isEqualTo(404);
    }

    @Test
    void staffOfAStreetFoundCommunitiesBelowItAndNothingElse() {
        var street = scene.street();
        var staff = api.as(scene.staffOf(street));
        var ofCommunity = api.as(scene.staffOf(scene.communityBelow(street)));

        assertThat(found(staff, Map.of("kind", "STREET", "name", "新街道" + tag(), "city", "NINGBO"))
                        .status())
                .isEqualTo(403);
        assertThat(found(staff, below(street)).status()).isEqualTo(201);
        assertThat(found(staff, below(scene.street())).status()).isEqualTo(404);
        assertThat(found(ofCommunity, below(street)).status()).isEqualTo(404);
    }

    @Test
    void pagesThroughAllOffices() {
        var street = scene.street();
        var expected = new HashSet<>(Set.of(street));
        for (var i = 0; i < 4; i++) {
            expected.add(scene.communityBelow(street));
        }
        var staff = api.as(scene.staffOf(street));
        var seen = new HashSet<UUID>();
        var next = "";
        do {
            var page = staff.get(OFFICES + "?limit=2" + next).json();
            page.path("items")
                    .forEach(item -> seen.add(UUID.fromString(item.path("id").asString())));
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());

        assertThat(seen).isEqualTo(expected);
    }

    private Set<UUID> seenBy(String token) {
        var seen = new HashSet<UUID>();
        api.as(token)
                .get(OFFICES)
                .json()
                .path("items")
                .forEach(item -> seen.add(UUID.fromString(item.path("id").asString())));
        return seen;
    }

    private static Map<String, ?> below(UUID street) {
        return Map.of("kind", "COMMUNITY", "name", "新社区", "city", "NINGBO", "parentId", street);
    }

    private Answer foundStreet(String name) {
        return found(asAdmin(), Map.of("kind", "STREET", "name", name, "city", "NINGBO"));
    }

    private static Answer found(Api who, Map<String, ?> draft) {
        return who.post(OFFICES, draft);
    }

    private Api asAdmin() {
        return api.as(TokenIssuer.platformAdmin());
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static String tag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
