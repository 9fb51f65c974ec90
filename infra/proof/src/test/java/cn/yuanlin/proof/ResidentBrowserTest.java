package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Residents with the app in a browser, in a real Chromium of 360 pixels. */
class ResidentBrowserTest {
    private static final String DISAI = "/api/estates/disai-yuanyuan";

    private static final List<String> WHO = List.of("joint-owner", "owner-of-three", "tenant", "neighbour");

    /** What each of {@link #WHO} is answered; {rented} is the home that the owner of three lets to the tenant, {joint} the joint owners'. */
    private static final String ANSWERS = """
            GET  /shops                             200 200 200 200
            GET  /products                          200 200 200 200
            GET  /units                             200 200 200 403
            GET  /funds                             200 200 200 403
            GET  /roll/figures                      200 200 403 403
            GET  /me/units/{joint}/members          200 404 403 403
            GET  /me/units/{rented}/members         404 200 403 403
            POST /me/units/{rented}/invitations     404 201 403 403
            GET  /roll                              403 403 403 403
            GET  /roll/units/{rented}/history       403 403 403 403
            POST /roll/changes                      403 403 403 403
            POST /roll/export                       403 403 403 403
            GET  /binding-requests                  403 403 403 403
            GET  /disclosures                       403 403 403 403
            GET  /registration                      403 403 403 403
            POST /committee/terms                   403 403 403 403
            GET  /api/estates/linyuan/units         403 403 403 200
            GET  /api/platform/estates              403 403 403 403
            """;

    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void aNewcomerSignsInByTextMessageFindsTheirEstateAndJoinsItAsANeighbour() throws Exception {
        var given = Map.of(
                "app",
                platform.parts().gatewayUrl() + "/",
                "simulator",
                platform.parts().wechat().url(),
                "phone",
                "13900001234",
                "estate",
                Map.of("name", platform.estate("linyuan").path("name").asString(), "slug", "linyuan"),
                "screenshots",
                NodeScript.SCREENSHOTS.toString());
        assertThat(new NodeScript("resident-app", "tests/browser/live.mjs").run(given))
                .contains("A neighbour came in and left.");
    }

    @Test
    void theDemosResidentsComeHomeSeeWhatTheyMayAndAreRefusedTheRest() throws Exception {
        var answers = ANSWERS.replace("{joint}", unit("1幢2单元102室"))
                .replace("{rented}", unit("4幢1单元601室"))
                .lines()
                .map(line -> line.split(" +"))
                .toList();
        var said = new NodeScript("resident-app", "tests/browser/residents.mjs")
                .run(Map.of(
                        "app", platform.parts().gatewayUrl() + "/",
                        "simulator", platform.parts().wechat().url(),
                        "screenshots", NodeScript.SCREENSHOTS.toString(),
                        "residents", residents(),
                        "asks", answers.stream().map(ResidentBrowserTest::ask).toList()));
        var expected = new ArrayList<String>();
        for (var who = 0; who < WHO.size(); who++)
            for (var answer : answers) expected.add(WHO.get(who) + " " + ask(answer) + " " + answer[2 + who]);
        assertThat(said.lines().filter(line -> line.matches(".* (GET|POST) .* \\d{3}")))
                .containsExactlyElementsOf(expected);
    }

    private static String ask(String[] answer) {
        return answer[0] + " " + (answer[1].startsWith("/api/") ? answer[1] : DISAI + answer[1]);
    }

    /** Two with a phone as it comes, two in 关怀版; in light and in dark. */
    private static List<Map<String, Object>> residents() {
        return List.of(
                resident("joint-owner", "13800005022", "light", false),
                resident("owner-of-three", "13800005107", "light", true),
                resident("tenant", "13800099101", "dark", false),
                resident("neighbour", "13800010004", "dark", true));
    }

    private static Map<String, Object> resident(String who, String phone, String theme, boolean care) {
        var estate = Map.of("name", "迪赛缘园", "slug", "disai-yuanyuan");
        return Map.of("who", who, "phone", phone, "estate", estate, "theme", theme, "care", care);
    }

    private String unit(String door) {
        return platform.gateway()
                .get(
                        DISAI + "/roll?q=" + URLEncoder.encode(door, StandardCharsets.UTF_8),
                        platform.committee("disai-yuanyuan"))
                .expecting(200)
                .json()
                .at("/items/0/unit/id")
                .asString();
    }
}
