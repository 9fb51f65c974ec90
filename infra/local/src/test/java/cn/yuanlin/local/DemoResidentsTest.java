package cn.yuanlin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.yuanlin.local.DemoResidents.Owned;
import cn.yuanlin.local.DemoResidents.Rented;
import cn.yuanlin.local.DemoResidents.Resident;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoResidentsTest {
    private static final Path ROOT = Path.of("../..");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Resident OWNER = new Resident(
            "13800000001", "田禾", "", List.of(new Owned("elm", "1幢2单元101室", "12345X")), null, List.of("oak"));
    private static final Resident TENANT = new Resident(
            "13800000002", "云麦", "", null, List.of(new Rented("elm", "1幢2单元101室", "13800000001", 12)), null);
    private static final DemoResidents BOTH = new DemoResidents("2026-11-01", List.of(OWNER, TENANT));

    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>(Map.of(
            "POST /api/identity/sms-codes", "{\"resendAfterSeconds\":60}",
            "GET /_simulator/sms", "{\"items\":[{\"text\":\"【缘邻】验证码 246810\"}]}",
            "POST /api/identity/sessions/sms", "{\"accessToken\":\"a\",\"refreshToken\":\"r\"}",
            "POST /api/identity/sessions/refresh", "{\"accessToken\":\"b\",\"refreshToken\":\"s\"}",
            "POST /api/estates/elm/bindings", "{\"binding\":\"7\",\"state\":\"VERIFIED\"}",
            "GET /api/estates/elm/me/bindings", ties("\"unit\":\"u1\",\"door\":\"1幢2单元101室\""),
            "POST /api/estates/elm/me/units/u1/invitations", "{\"code\":\"K7MW3QPX9T\"}"));
    private HttpServer gateway;
    private String url;

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            asked.add(request + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var body = answers.getOrDefault(request, "{}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        url = "http://localhost:" + gateway.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void anOwnerSignsInAgreesBindsAndVisitsTheNeighbours() {
        new DemoResidents("2026-11-01", List.of(OWNER)).comeIn(url, url, TODAY);
        assertThat(asked)
                .anySatisfy(request -> assertThat(request).contains("/sessions/sms", "246810"))
                .anySatisfy(request -> assertThat(request).contains("/elm/me/consents/PRIVACY", "2026-11-01"))
                .anySatisfy(request -> assertThat(request)
                        .startsWith("POST /api/estates/elm/bindings")
                        .contains("\"building\":\"1幢\"", "\"entrance\":\"2\"", "\"room\":\"101\"", "12345X"));
        assertThat(asked.getLast()).startsWith("POST /api/estates/oak/guests");
    }

    @Test
    void aTenantIsInvitedUntilTheLeaseEnds() {
        var owner = ResidentClient.signIn(url, url, OWNER.phone());
        assertThat(owner.inviteTenant("elm", "1幢2单元101室", TODAY.plusMonths(12))).isEqualTo("K7MW3QPX9T");
        assertThat(asked.getLast()).contains("TENANT", "2027-11-22");
    }

    @Test
    void whoLivesThereAlreadyIsNotInvitedAgain() {
        BOTH.comeIn(url, url, TODAY);
        assertThat(asked).noneMatch(request -> request.contains("invitation"));
    }

    @Test
    void whomTheRollDoesNotKnowIsNotTakenForBound() {
        answers.put("POST /api/estates/elm/bindings", "{\"binding\":\"7\",\"state\":\"PENDING\"}");
        assertThatThrownBy(() -> BOTH.comeIn(url, url, TODAY))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("PENDING");
    }

    @Test
    void ofTheCommittedDemoHaveInventedPhonesHostsAndTheCurrentNotice() throws IOException {
        var committed = DemoResidents.read(ROOT);
        var before = new HashSet<String>();
        for (var resident : committed.residents()) {
            assertThat(resident.phone()).matches("138000\\d{5}");
            if (resident.rents() != null) assertThat(resident.rents()).allMatch(home -> before.contains(home.from()));
            before.add(resident.phone());
        }
        assertThat(before).hasSameSizeAs(committed.residents());
        assertThat(Files.readString(ROOT.resolve("resident-app/src/session/consent.ts")))
                .contains("PRIVACY_VERSION = '" + committed.privacyVersion() + "'");
    }

    private static String ties(String tie) {
        return "{\"items\":[{\"state\":\"VERIFIED\"," + tie + "}],\"next\":null}";
    }
}
