package cn.yuanlin.platform.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the real clients say over real HTTP, and how they take what they are answered. */
class ChannelsTest {
    private static final ContactBook.Contact PERSON = new ContactBook.Contact("13800000000", "openid-1");
    private static final Wording WORDING = new Wording(
            "ballot.opened", "表决开始", "电梯更换表决已开始。", "pages/ballot?id=7", Map.of("thing1", "电梯更换"), List.of());
    private static final int CUT = -1;

    private final JsonMapper json = new JsonMapper();
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cgi-bin/stable_token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            send(exchange, 200, "{\"access_token\":\"token-1\",\"expires_in\":7200}");
        });
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            if (status == CUT) exchange.close();
            else send(exchange, status, answer);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anSmsSaysWhoSendsItAndWhat() {
        assertThat(sms().send(PERSON, WORDING)).isEqualTo(new ChannelOutcome.Sent());
        var sent = body();
        assertThat(sent.path("phone").asString()).isEqualTo("13800000000");
        assertThat(sent.path("text").asString()).isEqualTo("【缘邻】表决开始：电梯更换表决已开始。");
    }

    @ParameterizedTest
    @CsvSource({
        "400, NotReachable",
        "404, NotReachable",
        "429, TryLater",
        "503, TryLater",
        "500, Unknown",
        "502, Unknown",
        "-1, Unknown"
    })
    void anSmsIsSentAgainOnlyIfItCertainlyWasNot(int answered, String outcome) {
        status = answered;
        assertThat(sms().send(PERSON, WORDING).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void whereNobodyAnswersNothingWasSent() {
        var sms = sms();
        var wechat = wechat();
        server.stop(0);
        assertThat(sms.send(PERSON, WORDING)).isEqualTo(new ChannelOutcome.TryLater("NOT_CONNECTED"));
        assertThat(wechat.send(PERSON, WORDING)).isEqualTo(new ChannelOutcome.TryLater("NOT_CONNECTED"));
    }

    @Test
    void aSubscribeMessageHasItsTemplateItsFieldsAndItsPage() {
        answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
        assertThat(wechat().send(PERSON, WORDING)).isEqualTo(new ChannelOutcome.Sent());
        var sent = body();
        assertThat(sent.path("touser").asString()).isEqualTo("openid-1");
        assertThat(sent.path("template_id").asString()).isEqualTo("wechat-template-1");
        assertThat(sent.path("page").asString()).isEqualTo("pages/ballot?id=7");
        assertThat(sent.path("data").path("thing1").path("value").asString()).isEqualTo("电梯更换");
    }

    @ParameterizedTest
    @CsvSource({
        "43101, NotReachable",
        "40003, NotReachable",
        "47003, NotReachable",
        "40037, NotReachable",
        "-1, TryLater",
        "45009, TryLater"
    })
    void wechatsRefusalsAreTakenForWhatTheyAre(int code, String outcome) {
        answer = "{\"errcode\":%d,\"errmsg\":\"refused\"}".formatted(code);
        var taken = wechat().send(PERSON, WORDING);
        assertThat(taken.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(taken.toString()).contains("WECHAT_" + code);
        assertThat(bodies).hasSize(1);
    }

    @Test
    void anAnswerOfWechatsThatIsCutOffMayHaveBeenSent() {
        status = CUT;
        assertThat(wechat().send(PERSON, WORDING)).isInstanceOf(ChannelOutcome.Unknown.class);
    }

    @Test
    void whoCantBeReachedIsntTried() {
        assertThat(sms().send(new ContactBook.Contact(null, "openid-1"), WORDING))
                .isEqualTo(new ChannelOutcome.NotReachable("NO_PHONE"));
        assertThat(wechat().send(new ContactBook.Contact("13800000000", null), WORDING))
                .isEqualTo(new ChannelOutcome.NotReachable("NO_OPENID"));
        var unknown = new Wording("other", "标题", "内容", null, Map.of(), List.of());
        assertThat(wechat().send(PERSON, unknown)).isEqualTo(new ChannelOutcome.NotReachable("NO_TEMPLATE"));
        assertThat(bodies).isEmpty();
    }

    @Test
    void nobodyIsQuotedInALog() {
        assertThat(PERSON).hasToString("Contact[]");
        assertThat(new MessageProperties.Wechat("wx1", "hidden", "", "").toString())
                .doesNotContain("hidden");
    }

    @Test
    void templatesAreTiedToOurCodesByPairs() {
        assertThat(templates(" ballot.opened = id-1,,fee.due=id=2,").templateIds())
                .containsOnly(Map.entry("ballot.opened", "id-1"), Map.entry("fee.due", "id=2"));
        assertThat(templates("").templateIds()).isEmpty();
        for (var wrong : List.of("ballot.opened", "ballot.opened=", "=id-1"))
            assertThatThrownBy(() -> templates(wrong).templateIds())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
    }

    private static MessageProperties.Wechat templates(String pairs) {
        return new MessageProperties.Wechat("wx1", "hidden", "", pairs);
    }

    private SmsChannel sms() {
        return MessageConfiguration.smsChannel(new MessageProperties.Sms(url()));
    }

    private WechatChannel wechat() {
        return MessageConfiguration.wechatChannel(new MessageProperties.Wechat(
                "wx0123456789abcdef", "demo-secret", url(), "ballot.opened=wechat-template-1"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private JsonNode body() {
        assertThat(bodies).hasSize(1);
        return json.readTree(bodies.peek());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
