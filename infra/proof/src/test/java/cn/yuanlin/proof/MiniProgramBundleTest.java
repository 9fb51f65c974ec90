package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the build made for WeChat, run against the platform: its {@code wx.login} and {@code wx.request} end at the real API. */
class MiniProgramBundleTest {
    private static final Path BUNDLE = RunningPlatform.ROOT.resolve("resident-app/dist/build/mp-weixin/app.json");

    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void signsInByWechatAndReadsAnEstate() throws Exception {
        if (!Files.exists(BUNDLE)) {
            new NodeScript(
                            "resident-app",
                            "node_modules/@dcloudio/vite-plugin-uni/bin/uni.js",
                            "build",
                            "-p",
                            "mp-weixin")
                    .runWith(Map.of());
        }
        var environment = Map.of(
                "YUANLIN_GATEWAY", platform.parts().gatewayUrl(),
                "YUANLIN_SIMULATOR", platform.parts().wechat().url(),
                "NO_COLOR", "1");
        assertThat(new NodeScript(
                                "resident-app",
                                "node_modules/vitest/vitest.mjs",
                                "run",
                                "--config",
                                "vitest.live.config.ts")
                        .runWith(environment))
                .containsPattern("Tests +2 passed \\(2\\)");
    }
}
