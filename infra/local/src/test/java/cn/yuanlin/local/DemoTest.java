package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final DemoPlan.Estate ELM = new DemoPlan.Estate("elm", "榆园", "榆路1号", "elm.xlsx");

    private HttpServer gateway;
    private OfficeClient clerk;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.start();
        clerk = new OfficeClient("http://localhost:" + gateway.getAddress().getPort() + "/api/platform", () -> "token");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void goesOnWithTheUsualNameOnlyOfAMemberWhoUsesTheAccount() {
        refuses("{\"type\":\"/problems/committee-account-in-use\"}");
        assertThat(Demo.committeeMember(clerk, "7", ELM)).isEqualTo("elm-committee");
    }

    @Test
    void doesNotTakeAnyOtherConflictForThat() {
        refuses("{\"type\":\"/problems/conflict\",\"detail\":\"nobody invited\"}");
        assertThatThrownBy(() -> Demo.committeeMember(clerk, "7", ELM)).hasMessageContaining("nobody invited");
    }

    @Test
    void doesNotTakeAConflictWithoutAReasonForThat() {
        refuses("<html>");
        assertThatThrownBy(() -> Demo.committeeMember(clerk, "7", ELM)).isInstanceOf(RefusedException.class);
    }

    private void refuses(String problem) {
        gateway.createContext("/api/platform/estates/7/committee-access", exchange -> {
            var body = problem.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(409, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
