package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(directory);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    private static int post(String path, int bytes) {
        return gateway.send(gateway.request(path).POST(BodyPublishers.ofByteArray(new byte[bytes])))
                .statusCode();
    }

    @Test
    void takesABodyOfExactlyTheLimitAndNotAByteMore() {
        assertThat(post("/api/estates/elm/orders", MEGABYTE)).isEqualTo(200);
        assertThat(neighbourhood.cellOne.last().body()).hasSize(MEGABYTE);
        assertThat(post("/api/estates/elm/orders", MEGABYTE + 1)).isEqualTo(413);
    }

    @Test
    void takesWorkbooksOfUpTo21Megabytes() {
        var path = "/api/platform/estates/1/workbooks";
        assertThat(post(path, 21 * MEGABYTE)).isEqualTo(200);
        assertThat(neighbourhood.tenantAdmin.backend.seen)
                .anySatisfy(request -> assertThat(request.body()).hasSize(21 * MEGABYTE));
        assertThat(post(path, 21 * MEGABYTE + 1)).isEqualTo(413);
        assertThat(post("/api/platform/estates/1/verification", 2 * MEGABYTE)).isEqualTo(413);
    }

    @Test
    void takesFilesOfAnEstateThatAreLargerThanForms() {
        for (var path : List.of("/api/estates/elm/media", "/api/estates/elm/roll/import-previews")) {
            assertThat(post(path, 12 * MEGABYTE)).as(path).isEqualTo(200);
            assertThat(neighbourhood.cellOne.last().body()).hasSize(12 * MEGABYTE);
            assertThat(post(path, 21 * MEGABYTE + 1)).as(path).isEqualTo(413);
        }
        assertThat(post("/api/estates/elm/media/1", 2 * MEGABYTE)).isEqualTo(413);
    }

    @Test
    void streamsABodyOfUnknownLength() {
        var body = new byte[MEGABYTE];
        Arrays.fill(body, (byte) 'x');
        var answer = gateway.send(gateway.request("/api/estates/elm/orders")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(neighbourhood.cellOne.last().body()).isEqualTo(body);
    }

    @Test
    void cutsABodyOffThatGrowsOverTheLimitOnItsWay() {
        int before = neighbourhood.cellOne.seen.size();
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var answer = gateway.raw("POST /api/estates/elm/orders HTTP/1.1\r\nHost: x\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("connection: close")
                .contains("/problems/body-too-large", "提交的内容超过了允许的大小");
        assertThat(neighbourhood.cellOne.seen).hasSize(before);
    }

    @Test
    void answersHeadsItCannotReadWithAProblemToo() {
        assertThat(gateway.raw(
                        "GET /api/estates/elm HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("/problems/headers-too-large", "application/problem+json");
        assertThat(gateway.raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("/problems/address-too-long");
        assertThat(gateway.raw("GET /api/estates/elm?q=%zz<> HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/malformed-request");
        assertThat(gateway.raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400").contains("/problems/malformed-request");
    }

    @Test
    void isNotFooledByTwoLengths() {
        int before = neighbourhood.cellOne.seen.size();
        var answer = gateway.raw("POST /api/estates/elm/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                + "Content-Length: 44\r\n\r\nabcdGET /internal/x HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(neighbourhood.cellOne.seen).hasSize(before);
    }
}
