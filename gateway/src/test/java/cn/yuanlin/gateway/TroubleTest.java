package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {
    private static final String[] QUICK = {
        "--yuanlin.gateway.cell.breaker.calls=6",
        "--yuanlin.gateway.cell.breaker.minimum-calls=6",
        "--yuanlin.gateway.cell.breaker.open-for=1s",
        "--yuanlin.gateway.cell.retry-pause=5ms"
    };

    private static final String[] NO_BREAKER = {
        "--yuanlin.gateway.cell.breaker.calls=1000",
        "--yuanlin.gateway.cell.breaker.minimum-calls=1000",
        "--yuanlin.gateway.cell.retry-pause=1ms"
    };

    private static final Backend.Answer BAD_GATEWAY =
            new Backend.Answer(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>");

    @TempDir
    private Path directory;

    private final Neighbourhood neighbourhood = new Neighbourhood();

    @AfterEach
    void stop() {
        neighbourhood.close();
    }

    @Test
    void leavesAFailingCellAloneAndComesBackWhileTheOtherNeverNotices() {
        try (var gateway = neighbourhood.gateway(directory, QUICK)) {
            neighbourhood.cellOne.stop();
            assertThat(gateway.get("/api/estates/elm").body()).contains("/problems/upstream-unreachable");
            await().until(() -> gateway.post("/api/estates/elm/orders", "{}").statusCode() == 503);
            var refused = gateway.get("/api/estates/elm");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.body()).contains("/problems/upstream-unavailable");
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get("/api/estates/oak").statusCode()).isEqualTo(200);
            }
            assertThat(gateway.get("/api/platform/estates").statusCode()).isEqualTo(200);
            neighbourhood.cellOne.comeBack();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> gateway.get("/api/estates/elm").statusCode() == 200);
            for (int i = 0; i < 10; i++) {
                assertThat(gateway.get("/api/estates/elm").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void triesAgainOnlyWhereThatCanDoNoHarm() {
        try (var gateway = neighbourhood.gateway(directory, NO_BREAKER)) {
            for (var path : new String[] {"read", "write", "patient"}) {
                var tries = new AtomicInteger();
                neighbourhood.cellOne.answers(request -> tries.incrementAndGet() < 3
                        ? BAD_GATEWAY
                        : Backend.Answer.json(200, "{\"tries\":" + tries + "}"));
                var request = gateway.request("/api/estates/elm/" + path);
                switch (path) {
                    case "read" -> assertThat(gateway.send(request).body()).isEqualTo("{\"tries\":3}");
                    case "write" -> {
                        var answer = gateway.send(request.POST(BodyPublishers.ofString("{}")));
                        assertThat(answer.statusCode()).isEqualTo(502);
                        assertThat(tries).hasValue(1);
                    }
                    default -> {
                        var answer = gateway.send(request.HEAD());
                        assertThat(answer.statusCode()).isEqualTo(200);
                        assertThat(tries).hasValue(3);
                    }
                }
            }
        }
    }

    @Test
    void takesACellsOwnRefusalForAnAnswer() {
        try (var gateway = neighbourhood.gateway(directory, QUICK)) {
            neighbourhood.cellOne.answers(request -> new Backend.Answer(
                    503,
                    Map.of("Content-Type", "application/problem+json"),
                    "{\"type\":\"/problems/estate-too-old\"}"));
            int before = neighbourhood.cellOne.seen.size();
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get("/api/estates/elm/products").body()).contains("estate-too-old");
            }
            assertThat(neighbourhood.cellOne.seen).hasSize(before + 20);
        }
    }

    @Test
    void stopsRetryingWhenRetriesWouldBecomeAStorm() {
        try (var gateway = neighbourhood.gateway(directory, NO_BREAKER)) {
            neighbourhood.cellOne.answers(request -> BAD_GATEWAY);
            int before = neighbourhood.cellOne.seen.size();
            for (int i = 0; i < 100; i++) {
                gateway.get("/api/estates/elm/products");
            }
            assertThat(neighbourhood.cellOne.seen.size() - before).isBetween(110, 145);
        }
    }

    @Test
    void aHangingCellTakesNoConnectionFromTheOther() {
        var release = new CountDownLatch(1);
        try (var gateway = neighbourhood.gateway(
                        directory,
                        "--yuanlin.gateway.cell.connections=4",
                        "--yuanlin.gateway.cell.waiting=2",
                        "--yuanlin.gateway.cell.wait-timeout=5s");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = neighbourhood.cellOne.seen.size();
            neighbourhood.cellOne.answers(request -> {
                release.await();
                return Backend.Answer.json(200, "{}");
            });
            for (int i = 0; i < 6; i++) {
                threads.submit(() -> gateway.get("/api/estates/elm/products"));
            }
            await().until(() -> neighbourhood.cellOne.seen.size() >= before + 4);
            await().until(() -> gateway.get("/api/estates/elm/products").statusCode() == 503);
            var busy = gateway.get("/api/estates/elm/products");
            assertThat(busy.body()).contains("/problems/upstream-busy");
            assertThat(busy.headers().firstValue("Retry-After")).isPresent();
            for (int i = 0; i < 10; i++) {
                assertThat(gateway.get("/api/estates/oak/products").statusCode())
                        .isEqualTo(200);
            }
            release.countDown();
        }
    }
}
