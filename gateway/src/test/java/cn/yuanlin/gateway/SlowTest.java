package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowTest {
    @TempDir
    private static Path directory;

    private static Neighbourhood neighbourhood;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        neighbourhood = new Neighbourhood();
        gateway = neighbourhood.gateway(
                directory,
                "--yuanlin.gateway.cell.response-timeout=500ms",
                "--yuanlin.gateway.cell.transfer-timeout=20s",
                "--yuanlin.gateway.entry.head-timeout=500ms",
                "--yuanlin.gateway.entry.body-pause=500ms",
                "--yuanlin.gateway.cell.breaker.minimum-calls=1000",
                "--yuanlin.gateway.cell.breaker.calls=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        neighbourhood.close();
    }

    @Test
    void answersForACellThatDoesNot() {
        var never = new CountDownLatch(1);
        neighbourhood.cellTwo.answers(request -> {
            never.await();
            return Backend.Answer.json(200, "{}");
        });
        var answer = gateway.get("/api/estates/oak/products");
        never.countDown();
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/upstream-too-slow", "服务没有及时响应");
        assertThat(neighbourhood.cellTwo.seen)
                .as("a call that timed out is not made again")
                .filteredOn(request -> request.uri().equals("/api/estates/oak/products"))
                .hasSize(1);
    }

    @Test
    void hasPatienceWithExports() {
        var start = System.nanoTime();
        neighbourhood.tenantAdmin.backend.answers(request -> {
            if (request.uri().endsWith("/export")) {
                await().until(() ->
                        System.nanoTime() - start > Duration.ofSeconds(1).toNanos());
            }
            return Backend.Answer.json(200, "{}");
        });
        assertThat(gateway.get("/api/platform/estates/1/export").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAConnectionWhoseHeadTricklesIn() throws IOException {
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            write(socket, "GET /api/estates/elm HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            write(socket, "GET /api/estates/elm HTTP/1.1\r\nX-Slow: ");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 408", "/problems/request-too-slow");
        }
    }

    @Test
    void hangsUpOnASenderWhoseBodyStopsAndDoesNotBlameTheCell() throws IOException {
        int before = neighbourhood.cellOne.seen.size();
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            write(socket, "POST /api/estates/elm/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
        assertThat(neighbourhood.cellOne.seen).hasSize(before);
        assertThat(gateway.manage("/actuator/prometheus").body())
                .contains("yuanlin_gateway_breaker_failures{target=\"c1\"} 0.0");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
