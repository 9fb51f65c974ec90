package cn.yuanlin.admin.estate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.yuanlin.admin.support.Api;
import cn.yuanlin.admin.support.CellTest;
import cn.yuanlin.admin.support.TokenIssuer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EstateLifecycleTest extends CellTest {
    @Test
    void aClerkEntersAnEstateAndTheCommunityVerifiesIt() {
        var entered = enter(slug());

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.json().path("state").asString()).isEqualTo("APPLIED");
        var id = entered.json().path("id").asString();
        assertThat(act(id, "verification", Map.of()).json().path("state").asString())
                .isEqualTo("VERIFIED");
    }

    @Test
    void staffOfAnotherOfficeNeitherSeeNorTouchIt() {
        var id = enter(slug()).json().path("id").asString();
        var others = api.as(scene.staffOf(scene.communityBelow(scene.street())));

        assertThat(others.get("/api/platform/estates/" + id).status()).isEqualTo(404);
        assertThat(others.post("/api/platform/estates/" + id + "/verification").status())
                .isEqualTo(404);
        assertThat(others.post("/api/platform/estates/" + id + "/suspension", Map.of("reason", "试试"))
                        .status())
                .isEqualTo(404);
        assertThat(others.get("/api/platform/estates").json().path("items")).isEmpty();
        assertThat(others.post(
                                "/api/platform/estates",
                                Map.of("name", "测试小区", "slug", slug(), "communityId", community, "address", ""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSlugIsHeldOnce() {
        var slug = slug();
        enter(slug);

        var second = enter(slug);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("suggestion").asString()).isEqualTo(slug + "-2");
    }

    @Test
    void theSuggestedSlugIsFreeAndNeverTooLong() {
        var longest = (slug() + "-abcdefghijklmnopqrstuvwxyz-0123456789").substring(0, Slug.LONGEST - 1) + "z";
        enter(longest);

        var second = enter(longest).json().path("suggestion").asString();
        enter(second);
        var third = enter(longest).json().path("suggestion").asString();

        assertThat(second).isEqualTo(longest.substring(0, Slug.LONGEST - 2) + "-2");
        assertThat(third).isEqualTo(longest.substring(0, Slug.LONGEST - 2) + "-3");
        assertThat(enter(third).status()).isEqualTo(201);
    }

    @Test
    void aRejectedEstateGivesItsSlugBack() {
        var slug = slug();
        var id = enter(slug).json().path("id").asString();
        act(id, "rejection", Map.of("reason", "重复申请"));

        assertThat(enter(slug).status()).isEqualTo(201);
        assertThat(act(id, "verification", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void aVerifiedEstateThatWasAMistakeLeavesNothingInItsCell() {
        var estate = verifiedEstate();
        uploaded(estate, "right");

        assertThat(act(estate.toString(), "rejection", Map.of("reason", "登记有误")).status())
                .isEqualTo(200);

        assertThat(cell.tenants()).doesNotContainKey(estate);
        assertThat(staff.get("/api/platform/estates/" + estate + "/workbooks")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(owner.sql("select estates from control.cell where code = ?")
                        .param(cellCode)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void suspendingReachesTheCellAndTheRouteTable() {
        var estate = activeEstate();

        var suspended = act(estate.toString(), "suspension", Map.of("reason", "物业交接"));

        assertThat(suspended.json().path("state").asString()).isEqualTo("SUSPENDED");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("SUSPENDED");
        assertThat(act(estate.toString(), "reactivation", Map.of())
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(cell.tenants().get(estate).state()).isEqualTo("ACTIVE");
    }

    @Test
    void anEstateWhoseCellIsAwayIsNotSuspendedHalfWay() {
        var estate = activeEstate();
        cell.goAway();

        assertThat(act(estate.toString(), "suspension", Map.of("reason", "物业交接"))
                        .status())
                .isEqualTo(503);

        cell.comeBack();
        assertThat(stateOf(estate)).isEqualTo("ACTIVE");
    }

    @Test
    void aRenamedCommunityReachesTheCells() {
        var estate = activeEstate();

        var renamed = api.as(TokenIssuer.platformAdmin())
                .patch(
                        "/api/platform/offices/" + community,
                        Map.of("name", "新名社区" + community.toString().substring(0, 4)));

        assertThat(renamed.status()).isEqualTo(200);
        await().until(() -> cell.tenants().get(estate).community().startsWith("新名社区"));
    }

    @Test
    void theListNarrowsByStateOfficeAndName() {
        var verified = verifiedEstate();
        enteredEstate();

        assertThat(ids("?state=VERIFIED&office=" + community)).containsExactly(verified.toString());
        assertThat(ids("?office=" + community)).hasSize(2);
        assertThat(ids("?q=" + URLEncoder.encode("没有这个", UTF_8))).isEmpty();
        var first = staff.get("/api/platform/estates?limit=1").json();
        assertThat(ids("?limit=1&after=" + first.path("next").asString()))
                .hasSize(1)
                .doesNotContain(first.path("items").get(0).path("id").asString());
    }

    @Test
    void thePublicFormIsBoundedPerCommunityAndTellsNothing() {
        for (var number = 0; number < 20; number++) {
            assertThat(apply("申请小区" + number).status()).isEqualTo(202);
        }

        assertThat(apply("申请小区20").status()).isEqualTo(429);
        assertThat(apply("申请小区0").status()).isEqualTo(202);
        assertThat(apply("申请小区0").text()).doesNotContain("id");
        assertThat(staff.get("/api/platform/estates?limit=200").json().path("items"))
                .hasSize(20);
    }

    @Test
    void theFormIsForCommunitiesThatExist() {
        assertThat(api.post(
                                "/api/platform/applications",
                                Map.of("estateName", "申请小区", "address", "路1号", "communityId", UUID.randomUUID()))
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/platform/application-offices").status()).isEqualTo(200);
    }

    private Api.Answer apply(String name) {
        return api.post(
                "/api/platform/applications", Map.of("estateName", name, "address", "测试路1号", "communityId", community));
    }

    private Api.Answer enter(String slug) {
        return staff.post(
                "/api/platform/estates",
                Map.of("name", "测试小区", "slug", slug, "communityId", community, "address", "测试路1号"));
    }

    private Api.Answer act(String estate, String act, Map<String, String> body) {
        return staff.post("/api/platform/estates/" + estate + "/" + act, body);
    }

    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        staff.get("/api/platform/estates" + query)
                .json()
                .path("items")
                .forEach(estate -> ids.add(estate.path("id").asString()));
        return ids;
    }
}
