package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(
                directory, "--yuanlin.gateway.entry.allowed-origins=https://app.example.org,https://h5.example.org");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join("|", answer.headers().allValues(name));
    }

    @Test
    void tellsBrowsersWhatToForbidOnEveryAnswer() {
        neighbourhood.cellOne.answers(request -> new Backend.Answer(
                200,
                Map.of(
                        "Content-Security-Policy", "default-src *",
                        "X-Frame-Options", "SAMEORIGIN",
                        "X-Request-Id", "theirs",
                        "Server", "Tomcat",
                        "Access-Control-Allow-Origin", "*"),
                "{}"));
        for (var path : new String[] {"/api/estates/elm", "/api/estates/unknown", "/console/", "/", "/nowhere"}) {
            var answer = gateway.get(path);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
            assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(UUID.fromString(header(answer, "X-Request-Id")).version())
                    .isEqualTo(7);
            assertThat(header(answer, "Server")).isEmpty();
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        }
        neighbourhood.cellOne.answers(request -> Backend.Answer.json(200, "{}"));
    }

    @Test
    void letsTheConsoleTalkToItselfAndToKeycloakOnly() {
        assertThat(header(gateway.get("/console/"), "Content-Security-Policy"))
                .contains("script-src 'self';", "connect-src 'self' https://login.example.org;", "object-src 'none'");
        assertThat(header(gateway.get("/api/estates/elm"), "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void givesTheRequestsIdToTheCellAndBackInOrder() {
        var first = header(gateway.get("/api/estates/elm"), "X-Request-Id");
        assertThat(neighbourhood.cellOne.last().header("X-request-id")).isEqualTo(first);
        assertThat(header(gateway.get("/api/estates/elm", "X-Request-Id", "x"), "X-Request-Id"))
                .isNotEqualTo("x")
                .isGreaterThan(first.substring(0, 8));
    }

    @Test
    void answersConfiguredFrontEndsAndTheirPreflights() {
        var answer = gateway.get("/api/estates/elm", "Origin", "https://h5.example.org");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://h5.example.org");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("X-Request-Id", "Retry-After");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
        int before = neighbourhood.cellOne.seen.size();
        var preflight = gateway.send(gateway.request("/api/estates/elm/orders")
                .headers("Origin", "https://yuanlin.example.org", "Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(neighbourhood.cellOne.seen).hasSize(before);
    }

    @Test
    void refusesOtherOrigins() {
        for (var origin : new String[] {"https://evil.example", "null", "https://app.example.org.evil.example"}) {
            int before = neighbourhood.cellOne.seen.size();
            var answer = gateway.get("/api/estates/elm", "Origin", origin);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/origin-not-allowed");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(neighbourhood.cellOne.seen).hasSize(before);
        }
    }
}
