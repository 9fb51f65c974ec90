package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A resident with the app in a browser, in a real Chromium of 360 pixels. */
class ResidentBrowserTest {
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
}
