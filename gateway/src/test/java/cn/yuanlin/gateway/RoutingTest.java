package cn.yuanlin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static final UUID ELM = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final UUID OAK = UUID.fromString("019aa000-0000-7000-8000-000000000002");

    @TempDir
    private static Path directory;

    private static KeycloakStub keycloak;
    private static TenantAdminStub tenantAdmin;
    private static Backend cellOne;
    private static Backend cellTwo;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        keycloak = new KeycloakStub();
        tenantAdmin = new TenantAdminStub();
        cellOne = Backend.saying("c1");
        cellTwo = Backend.saying("c2");
        tenantAdmin.serves(
                TenantAdminStub.row("elm", ELM, "c1", cellOne),
                TenantAdminStub.row("oak", OAK, "c2", cellTwo),
                new TenantAdminStub.Row("gone", UUID.randomUUID(), "c1", cellOne.url(), "ARCHIVED"),
                new TenantAdminStub.Row("Not A Slug", UUID.randomUUID(), "c1", cellOne.url(), "ACTIVE"),
                new TenantAdminStub.Row("odd", UUID.randomUUID(), "c1", "file:///etc/passwd", "ACTIVE"));
        gateway = RunningGateway.start(keycloak, tenantAdmin, directory.resolve("routes"))
                .knowing("elm");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        cellTwo.close();
        cellOne.close();
        tenantAdmin.close();
        keycloak.close();
    }

    @Test
    void sendsEachEstateToItsCellWithItsIdAndTheAddressUntouched() {
        assertThat(gateway.get("/api/estates/elm/products?q=%E7%BA%A2%20a%2Bb&limit=2")
                        .body())
                .isEqualTo(
                        "{\"by\":\"c1\",\"uri\":\"/api/estates/elm/products?q=%E7%BA%A2%20a%2Bb&limit=2\",\"estate\":\""
                                + ELM + "\"}");
        assertThat(gateway.get("/api/estates/oak").body()).contains("\"by\":\"c2\"", OAK.toString());
    }

    @Test
    void sendsPlatformAndIdentityToTenantAdmin() {
        assertThat(gateway.get("/api/platform/estates?state=ACTIVE").body())
                .isEqualTo("{\"by\":\"tenant-admin\",\"uri\":\"/api/platform/estates?state=ACTIVE\"}");
        assertThat(gateway.get("/api/identity/session").body()).contains("tenant-admin");
    }

    @Test
    void passesBodiesMethodsAndAnswersOn() {
        var answer = gateway.send(gateway.request("/api/estates/elm/orders")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"数量\":1}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cellOne.last().method()).isEqualTo("PATCH");
        assertThat(cellOne.last().body()).asString().isEqualTo("{\"数量\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/estates/unknown/products", "/api/estates/gone", "/api/estates/odd", "/api/estates/ELM"})
    void answersAnUnknownEstateWithAProblemThatTellsNothingMore(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/estate-not-found\"", "没有找到这个小区")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/routes",
                "/internal/estates/1",
                "/actuator/health",
                "/actuator/prometheus",
                "/api/internal/routes",
                "/api",
                "/api/",
                "/api/estates",
                "/api/estates/",
                "/favicon.ico"
            })
    void keepsWhatIsNotPublicClosed(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/estates/elm/../../../internal/estates",
                "/api/estates/elm/..;/..;/internal",
                "/api/estates/elm/%2e%2e/%2e%2e/internal",
                "/api/estates/elm/%2E%2E%2Finternal",
                "/api/estates/elm/..%2f..%2finternal",
                "/api/estates/elm/%5c..%5cinternal",
                "/api/estates/elm;x=1/products",
                "/api/estates/elm//internal",
                "/api/platform/../../internal/routes",
                "/api/platform/%252e%252e/internal",
                "/api/estates/elm/%00",
                "/console/../../../etc/passwd",
                "/console/%2e%2e/%2e%2e/etc/passwd",
                "//internal/routes"
            })
    void refusesPathsThatTwoServersCouldReadDifferently(String path) {
        int before = cellOne.seen.size() + tenantAdmin.backend.seen.size();
        var answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("/problems/malformed-request");
        assertThat(cellOne.seen).noneMatch(request -> request.uri().contains("internal"));
        assertThat(before).isPositive();
    }

    @Test
    void letsNobodySayWhatOnlyTheGatewayMaySay() {
        gateway.raw("GET /api/estates/elm/products HTTP/1.1\r\nHost: elm.example\r\n"
                + "X-Estate-Id: " + OAK + "\r\nx_estate_id: " + OAK + "\r\nX-Request-Id: mine\r\n"
                + "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Prefix: /x\r\nForwarded: for=1.2.3.4\r\n"
                + "X-Real-IP: 1.2.3.4\r\nX-HTTP-Method-Override: DELETE\r\nX-Original-URL: /internal\r\n"
                + "Upgrade: websocket\r\nConnection: close, X-Estate-Id, Authorization\r\n\r\n");
        var got = cellOne.last();
        assertThat(got.header("X-estate-id")).isEqualTo(ELM.toString());
        assertThat(got.header("X-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(got.header("X-forwarded-host")).isEqualTo("yuanlin.example.org");
        assertThat(got.header("X-request-id")).isNotEqualTo("mine").hasSize(36);
        assertThat(got.headers().toString().toLowerCase(Locale.ROOT))
                .doesNotContain(OAK.toString(), "1.2.3.4", "evil", "x-original", "override", "prefix", "websocket");
    }

    @Test
    void followsTheTableWhenAnEstateMovesAndWhenItGoes() {
        var pine = UUID.randomUUID();
        var rows = new TenantAdminStub.Row[] {
            TenantAdminStub.row("elm", ELM, "c1", cellOne), TenantAdminStub.row("oak", OAK, "c2", cellTwo), null
        };
        rows[2] = TenantAdminStub.row("pine", pine, "c1", cellOne);
        tenantAdmin.serves(rows);
        await().until(() -> gateway.get("/api/estates/pine").body().contains("c1"));
        rows[2] = TenantAdminStub.row("pine", pine, "c2", cellTwo);
        tenantAdmin.serves(rows);
        await().until(() -> gateway.get("/api/estates/pine").body().contains("c2"));
        tenantAdmin.serves(rows[0], rows[1]);
        await().until(() -> gateway.get("/api/estates/pine").statusCode() == 404);
    }

    @Test
    void refusesMethodsNobodyNeeds() {
        assertThat(gateway.raw("TRACE /api/estates/elm HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("/problems/method-not-allowed");
    }
}
