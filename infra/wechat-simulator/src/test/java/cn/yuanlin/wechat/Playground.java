package cn.yuanlin.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator, the people in it, and a server that talks to it in plain HTTP. */
final class Playground implements AutoCloseable {
    static final String APP_ID = SimulatorSettings.TEST_APP_ID;
    static final String APP_SECRET = SimulatorSettings.TEST_APP_SECRET;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WechatSimulator simulator;

    Playground() {
        this(SimulatorSettings.forTests());
    }

    Playground(SimulatorSettings settings) {
        simulator = WechatSimulator.start(settings, new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    record Someone(String id, String openid, String unionid) {}

    /** What was answered. */
    record Answered(int status, JsonNode json) {
        /** WeChat's code; 0 if it did not refuse. */
        int errcode() {
            assertThat(status).isEqualTo(200);
            return json.path("errcode").asInt(0);
        }

        String text(String field) {
            return json.path(field).asString("");
        }
    }

    String url() {
        return simulator.url();
    }

    String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    Someone somebody(String phone) {
        var answer = post("/_simulator/people", Map.of("phone", phone));
        assertThat(answer.status()).isEqualTo(201);
        return new Someone(answer.text("person"), answer.text("openid"), answer.text("unionid"));
    }

    String loginCode(Someone person) {
        return post("/_simulator/people/" + person.id() + "/login-codes", Map.of())
                .text("code");
    }

    String phoneCode(Someone person) {
        return post("/_simulator/people/" + person.id() + "/phone-codes", Map.of())
                .text("code");
    }

    void consents(Someone person, String template, int times) {
        var given =
                post("/_simulator/people/" + person.id() + "/consents", Map.of("template", template, "times", times));
        assertThat(given.status()).isEqualTo(201);
    }

    void later(Duration by) {
        assertThat(post("/_simulator/clock", Map.of("millis", by.toMillis())).status())
                .isEqualTo(200);
    }

    void fault(Map<String, Object> order) {
        assertThat(post("/_simulator/faults", order).status()).isEqualTo(201);
    }

    /** What arrived, the newest first. */
    List<JsonNode> items(String path) {
        return get(path).json().path("items").valueStream().toList();
    }

    String accessToken() {
        return accessToken(false).text("access_token");
    }

    Answered accessToken(boolean forced) {
        return post(
                "/cgi-bin/stable_token",
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        APP_ID,
                        "secret",
                        APP_SECRET,
                        "force_refresh",
                        forced));
    }

    Answered exchange(String loginCode) {
        return get("/sns/jscode2session?appid=" + APP_ID + "&secret=" + APP_SECRET
                + "&grant_type=authorization_code&js_code=" + loginCode);
    }

    /** A call with a good access token. */
    Answered call(String path, Object body) {
        return post(path + "?access_token=" + accessToken(), body);
    }

    Answered get(String path) {
        return send(request(path).GET());
    }

    Answered post(String path, Object body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    Answered put(String path, Object body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(write(body))));
    }

    Answered delete(String path) {
        return send(request(path).DELETE());
    }

    private static String write(Object body) {
        return body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(20));
    }

    /** @throws UncheckedIOException if there is no answer */
    private Answered send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answered(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        simulator.close();
    }
}
