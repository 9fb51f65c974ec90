package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {
    private static final String PAGE_SCRIPT = "/assets/home-home.B1a2C3d4.js";

    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        var app = Files.createDirectories(directory.resolve("h5"));
        var assets = Files.createDirectories(app.resolve("assets"));
        var console = Files.createDirectories(directory.resolve("console"));
        Files.writeString(app.resolve("index.html"), "<title>缘邻</title>");
        Files.writeString(Files.createDirectories(app.resolve("static")).resolve("favicon.svg"), "<svg/>");
        Files.writeString(assets.resolve("home-home.B1a2C3d4.js"), "plain");
        Files.writeString(assets.resolve("home-home.B1a2C3d4.js.br"), "brotli");
        Files.writeString(Files.createDirectories(app.resolve(".vite")).resolve("manifest.json"), "SECRET");
        Files.writeString(directory.resolve("secret.txt"), "SECRET");
        Files.writeString(console.resolve("index.html"), "<title>控制台</title>");
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(
                directory,
                "--yuanlin.gateway.frontend.app-directory=" + app,
                "--yuanlin.gateway.frontend.console-directory=" + console);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?tab=me", "/home/home", "/membership/accept?code=A%201&slug=elm"})
    void answersPagesWithTheIndexThatIsAskedForAnewEachTime(String path) {
        var page = gateway.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("缘邻");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(gateway.get(path, "If-None-Match", header(page, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(gateway.send(gateway.request(path).HEAD()).body()).isEmpty();
    }

    @Test
    void letsHashedFilesBeKeptForeverAndSendsThemCompressed() {
        var script = gateway.get(PAGE_SCRIPT);
        assertThat(script.body()).isEqualTo("plain");
        assertThat(header(script, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(header(script, "Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(gateway.get(PAGE_SCRIPT, "Accept-Encoding", "gzip, br").body())
                .isEqualTo("brotli");
        var icon = gateway.get("/static/favicon.svg");
        assertThat(header(icon, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(icon, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void leavesTheConsoleWhereItIs() {
        assertThat(gateway.get("/console/").body()).contains("控制台");
        assertThat(gateway.get("/console/estates").body()).contains("控制台");
        assertThat(header(gateway.get("/console"), "Location")).isEqualTo("/console/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/routes",
                "/actuator/health",
                "/api/estates",
                "/api/nowhere",
                "/api",
                "/nowhere",
                "/home/home/home",
                "/home/home.php",
                "/favicon.ico",
                "/index.html",
                "/assets/",
                "/assets/gone-00000000.js",
                "/assets/home/home",
                "/static/.env",
                "/.vite/manifest.json",
                "/secret.txt"
            })
    void answersWhatIsNoPageAndNoFileWith404(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/").doesNotContain("缘邻", "SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../secret.txt",
                "/assets/%2e%2e/%2e%2e/secret.txt",
                "/static/..%2f..%2fsecret.txt",
                "/assets/..%5c..%5csecret.txt",
                "/assets/../.vite/manifest.json"
            })
    void servesNothingFromOutside(String path) {
        var answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("SECRET");
    }

    @Test
    void refusesToBeWrittenTo() {
        assertThat(gateway.post("/home/home", "x").statusCode()).isEqualTo(404);
        assertThat(gateway.post("/", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void letsTheAppRunAndAskItsOwnThingsOnly() {
        for (var path : new String[] {"/", "/home/home", PAGE_SCRIPT}) {
            assertThat(header(gateway.get(path), "Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';", "base-uri 'none'")
                    .doesNotContain("unsafe-eval", "https:", "*");
        }
    }

    @Test
    void countsTheAppAsOneRoute() {
        gateway.get("/home/home");
        assertThat(gateway.manage("/actuator/prometheus").body())
                .contains("route=\"app\"")
                .doesNotContain("home/home");
    }
}
