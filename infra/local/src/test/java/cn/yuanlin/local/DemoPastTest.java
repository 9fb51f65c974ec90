package cn.yuanlin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoPastTest {
    private static final DemoPast SOLD = new DemoPast(List.of(new DemoPast.Change(
            "elm", "1幢101室", "TRANSFER", "2025-03-18", "买卖", List.of(Map.of("shareNumerator", 1)))));

    private final List<String> entered = new ArrayList<>();
    private HttpServer gateway;
    private OfficeClient committee;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.start();
        answer("/api/estates/elm/roll", 200, "{\"items\":[{\"unit\":{\"id\":\"7\"}}]}");
        committee = new OfficeClient("http://localhost:" + gateway.getAddress().getPort() + "/api", () -> "token");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void isEnteredForItsEstateUnitByUnit() {
        answer("/api/estates/elm/roll/changes", 201, "{}");
        SOLD.enter(committee, "oak");
        assertThat(entered).isEmpty();
        SOLD.enter(committee, "elm");
        assertThat(entered).hasSize(1);
        var change = Http.JSON.readTree(entered.getFirst());
        assertThat(change.path("unit").asString()).isEqualTo("7");
        assertThat(change.path("effectiveOn").asString()).isEqualTo("2025-03-18");
        assertThat(change.path("holders").path(0).path("shareNumerator").asInt())
                .isOne();
    }

    @Test
    void staysAsItWasEnteredBefore() {
        answer("/api/estates/elm/roll/changes", 409, "{\"type\":\"/problems/roll-changed-later\"}");
        SOLD.enter(committee, "elm");
        assertThat(entered).hasSize(1);
    }

    @Test
    void isNotTakenForEnteredWhenItWasRefused() {
        answer("/api/estates/elm/roll/changes", 400, "{\"type\":\"/problems/invalid\"}");
        assertThatThrownBy(() -> SOLD.enter(committee, "elm")).isInstanceOf(RefusedException.class);
    }

    @Test
    void ofTheCommittedDemoIsInOrder() {
        var days = DemoPast.read(Path.of("../..")).changes().stream()
                .map(DemoPast.Change::effectiveOn)
                .toList();
        assertThat(days).hasSizeGreaterThan(2).isSorted();
    }

    private void answer(String path, int status, String json) {
        gateway.createContext(path, exchange -> {
            if (exchange.getRequestMethod().equals("POST"))
                entered.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var body = json.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
