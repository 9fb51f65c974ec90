package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTest {
    private static final String GENEROUS = "1000000";

    @TempDir
    private Path directory;

    private Neighbourhood neighbourhood;

    @BeforeEach
    void start() {
        neighbourhood = new Neighbourhood();
    }

    @AfterEach
    void stop() {
        neighbourhood.close();
    }

    private static String[] limits(String person, String address, String estate) {
        var slow = "yuanlin.gateway.limit.";
        return new String[] {
            "--" + slow + "person.burst=" + person,
            "--" + slow + "person.per-second=0.001",
            "--" + slow + "address.burst=" + address,
            "--" + slow + "address.per-second=0.001",
            "--" + slow + "estate.burst=" + estate,
            "--" + slow + "estate.per-second=0.001",
            "--yuanlin.gateway.entry.trusted-proxies=127.0.0.0/8"
        };
    }

    private static long refusals(RunningGateway gateway, int requests, String path, String... headers) {
        return IntStream.range(0, requests)
                .filter(number -> gateway.get(path, headers).statusCode() == 429)
                .count();
    }

    @Test
    void countsPersonsByTokenAndOthersByAddress() {
        try (var gateway = neighbourhood.gateway(directory, limits("5", "8", GENEROUS))) {
            var one = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            var two = neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            var oneHeader = new String[] {"Authorization", "Bearer " + one, "X-Forwarded-For", "203.0.113.1"};
            assertThat(refusals(gateway, 20, "/api/estates/elm/units", oneHeader))
                    .isEqualTo(15);
            assertThat(refusals(gateway, 3, "/api/estates/elm/units", "Authorization", "Bearer " + two))
                    .isZero();
            assertThat(refusals(gateway, 20, "/api/estates/elm/units", "X-Forwarded-For", "203.0.113.2"))
                    .isEqualTo(12);
            assertThat(refusals(gateway, 3, "/api/estates/elm/units", "X-Forwarded-For", "203.0.113.3"))
                    .isZero();

            var refused = gateway.get("/api/estates/elm/units", oneHeader);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After"))
                    .hasValueSatisfying(
                            seconds -> assertThat(Long.parseLong(seconds)).isBetween(900L, 1_000L));
            assertThat(refused.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(state -> assertThat(state).startsWith("\"person\";r=0;t="));
            assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"person\";q=5;w=5000");
            assertThat(refused.body()).contains("/problems/too-many-requests", "请稍后再试");
        }
    }

    @Test
    void guessingTokensCountsAgainstTheAddress() {
        try (var gateway = neighbourhood.gateway(directory, limits("5", "8", GENEROUS))) {
            var forged = KeycloakStub.signed(KeycloakStub.newKey(), claims -> claims);
            assertThat(refusals(
                            gateway,
                            20,
                            "/api/estates/elm",
                            "Authorization",
                            "Bearer " + forged,
                            "X-Forwarded-For",
                            "203.0.113.9"))
                    .isEqualTo(12);
        }
    }

    @Test
    void takesAFewApplicationsFromOneAddressHoweverTheyAreSent() {
        try (var gateway = neighbourhood.gateway(
                directory,
                "--yuanlin.gateway.limit.application.burst=3",
                "--yuanlin.gateway.entry.trusted-proxies=127.0.0.0/8")) {
            var token = "Bearer " + neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            var from = "203.0.113.7";
            assertThat(apply(gateway, "/api/platform/applications", from, token).statusCode())
                    .isEqualTo(200);
            assertThat(apply(gateway, "/api/platform/applications", from, "").statusCode())
                    .isEqualTo(200);
            assertThat(apply(gateway, "/api/platform/%61pplications", from, "").statusCode())
                    .isEqualTo(200);
            var refused = apply(gateway, "/api/platform/applications", from, "");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"application\";q=3;w=1500");
            assertThat(apply(gateway, "/api/platform/applications", from, token).statusCode())
                    .isEqualTo(429);

            assertThat(apply(gateway, "/api/platform/applications", "203.0.113.8", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(gateway.get("/api/platform/applications", "X-Forwarded-For", from)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void letsNobodyGuessCodesOfManyPhonesFromOneAddress() {
        try (var gateway = neighbourhood.gateway(
                directory,
                "--yuanlin.gateway.limit.recognition.burst=4",
                "--yuanlin.gateway.limit.recognition.per-second=0.001",
                "--yuanlin.gateway.entry.trusted-proxies=127.0.0.0/8")) {
            var from = "203.0.113.17";
            for (var path : new String[] {"sms-codes", "sessions/sms", "sessions/%73ms", "sessions/wechat"}) {
                assertThat(apply(gateway, "/api/identity/" + path, from, "").statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
            var token = "Bearer " + neighbourhood.keycloak.memberOf(Neighbourhood.ELM);
            assertThat(apply(gateway, "/api/identity/sessions/sms", from, "").statusCode())
                    .isEqualTo(429);
            for (var path : new String[] {"phone-change", "me/phone-proof", "me/sms-codes"}) {
                assertThat(apply(gateway, "/api/identity/" + path, from, token).statusCode())
                        .as(path)
                        .isEqualTo(429);
            }
            assertThat(apply(gateway, "/api/identity/sessions/sms", "203.0.113.18", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(apply(gateway, "/api/identity/sessions/refresh", from, "")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> apply(
            RunningGateway gateway, String path, String address, String authorization) {
        var request = gateway.request(path).header("X-Forwarded-For", address).POST(BodyPublishers.ofString("{}"));
        return gateway.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    @Test
    void oneEstatesRushIsItsOwn() {
        try (var gateway = neighbourhood.gateway(directory, limits(GENEROUS, GENEROUS, "10"))) {
            assertThat(refusals(gateway, 30, "/api/estates/elm/products")).isPositive();
            assertThat(refusals(gateway, 5, "/api/estates/oak/products")).isZero();
            assertThat(refusals(gateway, 5, "/api/platform/estates")).isZero();
        }
    }

    @Test
    void believesForwardedAddressesFromTrustedProxiesOnly() {
        var limits = limits("5", "8", GENEROUS);
        limits[6] = "--yuanlin.gateway.entry.trusted-proxies=10.0.0.0/8";
        try (var gateway = neighbourhood.gateway(directory, limits)) {
            long refused = IntStream.range(0, 30)
                    .filter(number -> gateway.get("/api/estates/elm", "X-Forwarded-For", "203.0.113." + number)
                                    .statusCode()
                            == 429)
                    .count();
            assertThat(refused).isGreaterThan(15);
        }
    }
}
