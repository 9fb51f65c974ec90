package cn.yuanlin.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** WeChat, and a provider of text messages, played on 127.0.0.1 by {@code infra/wechat-simulator}. */
public final class WechatServer {
    /** The one mini program it knows, and the realm names links to WeChat accounts after: no real one has such an id. */
    public static final String APP_ID = "wxdemo0yuanlin0001";

    /** With this begin the lines of its log that are meant for the screen: text messages. */
    static final String MARK = "SMS ";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final WechatImage image;
    private final Secrets secrets;
    private final int port;
    private final Program program;

    WechatServer(WechatImage image, Secrets secrets, int port, Path log) {
        this.image = image;
        this.secrets = secrets;
        this.port = port;
        this.program = new Program("The WeChat simulator", log, START, () -> startProcess(log), this::answers);
    }

    private ChildProcess startProcess(Path log) {
        var environment = Map.of(
                "SIMULATOR_PORT", Integer.toString(port),
                "SIMULATOR_APP_ID", APP_ID,
                "SIMULATOR_APP_SECRET", appSecret());
        return ChildProcess.start(image.command(), environment, log);
    }

    private boolean answers() {
        return Http.status(URI.create(url() + "/_simulator/health")) == 200;
    }

    Program program() {
        return program;
    }

    void stop() {
        program.stop("TERM", STOP);
    }

    /** Takes the place of {@code https://api.weixin.qq.com}; what people do there is told below {@code /_simulator}. */
    public String url() {
        return "http://" + Ports.LOCALHOST + ":" + port;
    }

    /** The mini program's secret, the same for as long as the home is kept. */
    public String appSecret() {
        return secrets.get("wechat-app");
    }

    /** What a service needs to know to sign people in and to write to them. */
    Map<String, String> environment() {
        return Map.of(
                "YUANLIN_WECHAT_URL", url(),
                "YUANLIN_WECHAT_APP_ID", APP_ID,
                "YUANLIN_WECHAT_APP_SECRET", appSecret(),
                "YUANLIN_SMS_DEMO_URL", url(),
                "YUANLIN_SMS_URL", url());
    }
}
