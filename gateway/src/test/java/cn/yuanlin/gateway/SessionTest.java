package cn.yuanlin.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.gateway.Backend.Answer;
import cn.yuanlin.gateway.Backend.Seen;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resident's session goes on and ends between gateway and Keycloak, whatever becomes of tenant-admin. */
class SessionTest {
    private static final String REFRESH = "/api/identity/sessions/refresh";
    private static final String SIGN_OUT = "/api/identity/sessions/sign-out";

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

    @BeforeEach
    void keycloakRenewsTheTokenItGaveLast() {
        neighbourhood.keycloak.backend.answers(request -> {
            if (request.uri().endsWith("/logout") || request.uri().contains("/account/sessions")) {
                return new Answer(204, Map.of(), "");
            }
            if (!form(request).contains("grant_type=refresh_token")) {
                return neighbourhood.keycloak.answer(request);
            }
            return form(request).contains("refresh_token=good.")
                    ? Answer.json(200, """
                            {"access_token":"fresh","expires_in":300,"refresh_token":"good.two","refresh_expires_in":2592000}""")
                    : Answer.json(400, "{\"error\":\"invalid_grant\"}");
        });
    }

    @Test
    void renewsAMiniProgramsSessionInTheBody() {
        var answer = gateway.post(REFRESH, "{\"refreshToken\":\"good.one\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"accessToken\":\"fresh\"", "\"expiresIn\":300", "\"refreshToken\":\"good.two\"");
        assertThat(cookies(answer)).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        var asked = asked("refresh_token");
        assertThat(asked.uri()).isEqualTo("/realms/yuanlin/protocol/openid-connect/token");
        assertThat(form(asked)).contains("client_id=resident", "client_secret=of-residents");
    }

    @Test
    void renewsABrowsersSessionInACookieNoScriptReads() {
        var answer = withCookie(REFRESH, "good.cookie", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accessToken\":\"fresh\"").doesNotContain("good.two");
        assertThat(cookies(answer))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("yuanlin_refresh=good.two;")
                        .contains("HTTPOnly", "Secure", "SameSite=Strict", "Path=/api/identity", "Max-Age=2592000"));
    }

    /** Keycloak takes a refresh token once; the phone that never heard the answer has no other. */
    @Test
    void givesTheSameAnswerAgainToWhoLostIt() {
        for (var again = 0; again < 2; again++) {
            var answer = gateway.post(REFRESH, "{\"refreshToken\":\"good.lost\"}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"accessToken\":\"fresh\"", "\"refreshToken\":\"good.two\"");
        }
        assertThat(renewals("good.lost")).isEqualTo(1);
    }

    @Test
    void keepsNoAnswerOfASessionThatWasEnded() {
        gateway.post(REFRESH, "{\"refreshToken\":\"good.before\"}");
        assertThat(gateway.post(SIGN_OUT, "{\"refreshToken\":\"good.two\"}").statusCode())
                .isEqualTo(204);
        gateway.post(REFRESH, "{\"refreshToken\":\"good.before\"}");
        assertThat(renewals("good.before")).isEqualTo(2);
    }

    @Test
    void asksAgainForWhoWasRefused() {
        for (var again = 0; again < 2; again++) {
            assertThat(gateway.post(REFRESH, "{\"refreshToken\":\"used.up\"}").statusCode())
                    .isEqualTo(401);
        }
        assertThat(renewals("used.up")).isEqualTo(2);
    }

    @Test
    void saysThatASessionIsOverAndTakesTheCookieAway() {
        for (var answer : List.of(
                withCookie(REFRESH, "used.before", ""),
                gateway.post(REFRESH, "{\"refreshToken\":\"used.before\"}"),
                gateway.post(REFRESH, ""))) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("/problems/session-ended");
            assertThat(cookies(answer))
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie).contains("Max-Age=0"));
        }
    }

    @Test
    void keepsTheCookieWhileKeycloakIsInTrouble() {
        for (var status : new int[] {401, 500, 503}) {
            neighbourhood.keycloak.backend.answers(request -> form(request).contains("grant_type=refresh_token")
                    ? Answer.json(status, "{}")
                    : neighbourhood.keycloak.answer(request));
            var answer = withCookie(REFRESH, "good.in-trouble", "");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/identity-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(cookies(answer)).isEmpty();
        }
    }

    @Test
    void needsNoTenantAdmin() {
        neighbourhood.tenantAdmin.backend.stop();
        try {
            assertThat(withCookie(REFRESH, "good.alone", "").statusCode()).isEqualTo(200);
            assertThat(withCookie(SIGN_OUT, "good.alone", "").statusCode()).isEqualTo(204);
        } finally {
            neighbourhood.tenantAdmin.backend.comeBack();
        }
    }

    @Test
    void signsOutOfThisDevice() {
        var answer = withCookie(SIGN_OUT, "of.this.device", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(cookies(answer))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("Max-Age=0", "Path=/api/identity"));
        var asked = asked("of.this.device");
        assertThat(asked.uri()).isEqualTo("/realms/yuanlin/protocol/openid-connect/logout");
        assertThat(gateway.post(SIGN_OUT, "{\"refreshToken\":\"of.a.phone\"}").statusCode())
                .isEqualTo(204);
        assertThat(form(asked("of.a.phone"))).contains("client_id=resident");
        assertThat(gateway.post(SIGN_OUT, "").statusCode()).isEqualTo(204);
    }

    @Test
    void signsOutEverywhereWhoeverShowsAnAccessToken() {
        assertThat(gateway.post(SIGN_OUT, "{\"everywhere\":true,\"refreshToken\":\"good.one\"}")
                        .statusCode())
                .isEqualTo(401);
        var token = neighbourhood.keycloak.anybody();
        var answer = gateway.send(gateway.request(SIGN_OUT)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{\"everywhere\":true}")));
        assertThat(answer.statusCode()).isEqualTo(204);
        var asked = neighbourhood.keycloak.backend.seen.stream()
                .filter(request -> request.method().equals("DELETE"))
                .toList();
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.uri()).isEqualTo("/realms/yuanlin/account/sessions?current=true");
            assertThat(request.header("Authorization")).isEqualTo("Bearer " + token);
            assertThat(request.header("Accept")).isEqualTo("application/json");
        });
        var forged = KeycloakStub.signed(KeycloakStub.newKey(), claims -> claims);
        assertThat(gateway.send(gateway.request(SIGN_OUT)
                                .header("Authorization", "Bearer " + forged)
                                .POST(BodyPublishers.ofString("{\"everywhere\":true}")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesWhatIsNoWish() {
        for (var body : new String[] {"x", "[]", "{\"refreshToken\":7}", "{\"refreshToken\":{}}"}) {
            assertThat(gateway.post(REFRESH, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(gateway.post(REFRESH, " ".repeat(20_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void obeysNoForeignSite() {
        var answer = gateway.send(gateway.request(SIGN_OUT)
                .header("Origin", "https://elsewhere.example.org")
                .header("Cookie", "yuanlin_refresh=good.one")
                .POST(BodyPublishers.ofString("")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void leavesAllElseBelowToTenantAdmin() {
        assertThat(gateway.post("/api/identity/sessions/sms", "{}").body()).contains("\"by\":\"tenant-admin\"");
        assertThat(gateway.get(REFRESH).body()).contains("\"by\":\"tenant-admin\"");
    }

    private static HttpResponse<String> withCookie(String path, String token, String body) {
        return gateway.send(gateway.request(path)
                .header("Cookie", "yuanlin_refresh=" + token)
                .POST(BodyPublishers.ofString(body)));
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    /** The last request to Keycloak whose form holds this. */
    private static Seen asked(String part) {
        return neighbourhood.keycloak.backend.seen.stream()
                .filter(request -> form(request).contains(part))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static long renewals(String token) {
        return neighbourhood.keycloak.backend.seen.stream()
                .filter(request -> form(request).contains("grant_type=refresh_token&refresh_token=" + token + "&"))
                .count();
    }

    private static String form(Seen request) {
        return new String(request.body(), UTF_8);
    }
}
