package cn.yuanlin.proof;

import cn.yuanlin.local.Platform;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings estates on board a platform without a demo, as the administrator of the platform. */
final class Newcomers {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Platform platform;
    private final Caller gateway;
    private final String token;
    private final String community;

    /** Founds the offices. The token lives long enough for all of it, whatever becomes of Keycloak meanwhile. */
    Newcomers(Platform platform) {
        this.platform = platform;
        var realm = platform.keycloak().admin();
        realm.allowPasswordTokens();
        realm.accessTokensLive(Duration.ofHours(2));
        token = realm.userToken("platform-admin", platform.keycloak().platformAdminPassword(), "openid");
        gateway = new Caller(platform.gatewayUrl());
        var street = id(post("/offices", Map.of("kind", "STREET", "name", "测试街道", "city", "NINGBO")));
        community =
                id(post("/offices", Map.of("kind", "COMMUNITY", "name", "测试社区", "city", "NINGBO", "parentId", street)));
    }

    Caller.Answer get(String path) {
        return gateway.get("/api/platform" + path, token);
    }

    JsonNode post(String path, Map<String, ?> body) {
        return tryPost(path, body).created();
    }

    Caller.Answer tryPost(String path, Map<String, ?> body) {
        return gateway.post("/api/platform" + path, token, JsonMapper.shared().writeValueAsString(body));
    }

    JsonNode put(String path, Map<String, ?> body) {
        var json = JsonMapper.shared().writeValueAsString(body);
        return gateway.call("PUT", "/api/platform" + path, token, json).created();
    }

    String token() {
        return token;
    }

    /** An estate that was entered and verified. @return its id */
    String enter(String slug) {
        var estate = id(post(
                "/estates", Map.of("name", "测试" + slug, "slug", slug, "communityId", community, "address", "测试路1号")));
        post("/estates/" + estate + "/verification", Map.of());
        return estate;
    }

    /** Starts its onboarding. @return the run's id */
    String start(String estate) {
        var file = RunningPlatform.ROOT.resolve("infra/demo/workbooks/linyuan.xlsx");
        var workbook = id(gateway.upload("/api/platform/estates/" + estate + "/workbooks", token, file)
                .created());
        return id(post("/estates/" + estate + "/onboarding-runs", Map.of("workbookId", workbook)));
    }

    /** An estate that is open to everybody at the gateway. @return its id */
    String welcome(String slug) {
        var estate = enter(slug);
        var run = start(estate);
        Awaitility.await("run of " + slug).atMost(PATIENCE).until(() -> stateOf(run), "DONE"::equals);
        awaitAtGateway(slug, 200);
        return estate;
    }

    /** A token of an estate's first committee member, who has followed the invitation. */
    String committee(String estate) {
        var access = post("/estates/" + estate + "/committee-access", Map.of());
        var username = access.path("username").asString();
        var realm = platform.keycloak().admin();
        realm.setPassword(realm.subjectOf(username), "of-this-test-only");
        return realm.userToken(username, "of-this-test-only", "organization:*");
    }

    String stateOf(String run) {
        var answer = get("/onboarding-runs/" + run);
        return answer.status() == 200 ? answer.json().path("state").asString() : "unreachable";
    }

    /** The gateway learns of a change within seconds. */
    void awaitAtGateway(String slug, int status) {
        Awaitility.await(slug + " to answer " + status)
                .atMost(PATIENCE)
                .until(() -> gateway.get("/api/estates/" + slug + "/products?limit=1", null)
                                .status()
                        == status);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }
}
