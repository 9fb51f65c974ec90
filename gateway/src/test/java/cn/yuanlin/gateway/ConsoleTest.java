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

class ConsoleTest {
    private static final String SCRIPT = "/console/assets/index-B1a2C3d4.js";

    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        var console = Files.createDirectories(directory.resolve("dist"));
        var assets = Files.createDirectories(console.resolve("assets"));
        Files.writeString(console.resolve("index.html"), "<title>缘邻</title>");
        Files.writeString(console.resolve("favicon.svg"), "<svg/>");
        Files.writeString(assets.resolve("index-B1a2C3d4.js"), "plain");
        Files.writeString(assets.resolve("index-B1a2C3d4.js.br"), "brotli");
        Files.writeString(assets.resolve("index-B1a2C3d4.js.gz"), "gzipped");
        Files.writeString(console.resolve(".env"), "SECRET");
        Files.writeString(directory.resolve("secret.txt"), "SECRET");
        Files.createSymbolicLink(console.resolve("link.txt"), directory.resolve("secret.txt"));
        Files.createSymbolicLink(console.resolve("up"), directory);
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(directory, "--yuanlin.gateway.frontend.console-directory=" + console);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void leadsFromTheRootToTheConsole() {
        var root = gateway.get("/");
        assertThat(root.statusCode()).isEqualTo(307);
        assertThat(header(root, "Location")).isEqualTo("/console/");
        assertThat(header(gateway.get("/console"), "Location")).isEqualTo("/console/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/console/estates/1/runs", "/console/index.html", "/console/sign-in?code=1.2"})
    void answersPagesWithTheIndexThatIsAskedForAnewEachTime(String path) {
        var page = gateway.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("缘邻");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        var again = gateway.get(path, "If-None-Match", header(page, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void letsHashedFilesBeKeptForever() {
        var script = gateway.get(SCRIPT);
        assertThat(script.body()).isEqualTo("plain");
        assertThat(header(script, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(header(script, "Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(header(gateway.get("/console/favicon.svg"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void sendsTheBestCompressedFormTheBrowserTakes() {
        var brotli = gateway.get(SCRIPT, "Accept-Encoding", "gzip, deflate, br");
        assertThat(brotli.body()).isEqualTo("brotli");
        assertThat(header(brotli, "Content-Encoding")).isEqualTo("br");
        assertThat(header(brotli, "Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(header(brotli, "Vary")).contains("Accept-Encoding");
        assertThat(gateway.get(SCRIPT, "Accept-Encoding", "gzip").body()).isEqualTo("gzipped");
        assertThat(gateway.get(SCRIPT, "Accept-Encoding", "br;q=0, gzip;q=0.5").body())
                .isEqualTo("gzipped");
        assertThat(gateway.get(SCRIPT, "Accept-Encoding", "identity").body()).isEqualTo("plain");
    }

    @Test
    void answersHeadWithoutABodyAndRefusesToBeWrittenTo() {
        var head = gateway.send(gateway.request("/console/").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(gateway.raw("HEAD /console/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .endsWith("\r\n\r\n")
                .doesNotContain("缘邻");
        assertThat(gateway.raw("POST /console/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void tellsTheConsoleWhereThingsAre() {
        var config = gateway.get("/console/config.json");
        assertThat(config.body())
                .isEqualTo(
                        "{\"issuer\":\"" + KeycloakStub.ISSUER + "\",\"clientId\":\"console\",\"apiBase\":\"/api\"}");
        assertThat(header(config, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/../secret.txt",
                "/console/%2e%2e/secret.txt",
                "/console/..%2fsecret.txt",
                "/console/assets/../../secret.txt",
                "/console/assets/%2e%2e%2f%2e%2e%2fsecret.txt",
                "/console/..%5csecret.txt",
                "/console/link.txt",
                "/console/up/secret.txt",
                "/console/.env",
                "/console/%2eenv",
                "/console//etc/passwd",
                "/console/%2fetc%2fpasswd",
                "/console/secret.txt%00.html"
            })
    void servesNothingFromOutside(String path) {
        var answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 40[04]").doesNotContain("SECRET", "root:");
    }

    @Test
    void answersAMissingFileWith404NotWithAPage() {
        assertThat(gateway.get("/console/assets/gone-00000000.js").statusCode()).isEqualTo(404);
        assertThat(gateway.get("/console/missing.png").body()).contains("/problems/not-found");
    }
}
