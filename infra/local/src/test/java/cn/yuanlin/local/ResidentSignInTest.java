package cn.yuanlin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tickets, sessions and links of residents, on a real Keycloak with our authenticator in it. */
class ResidentSignInTest {
    private static final String PASSWORD = "a-long-password";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static KeycloakServer keycloak;
    private static RealmAdmin admin;
    private static int number;

    @BeforeAll
    static void start() {
        keycloak = KeycloakServer.temporary();
        admin = keycloak.admin();
        admin.allowPasswordTokens();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void signsInOnceForATicket() {
        var subject = resident();
        var ticket = ticket(subject);
        var first = signIn(ticket);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(claims(first).get("sub").asString()).isEqualTo(subject);
        assertThat(signIn(ticket).statusCode()).isEqualTo(401);
        assertThat(signIn(ticket(subject)).statusCode()).isEqualTo(200);
    }

    @Test
    void letsOneOfManyInWhoShowTheSameTicketAtOnce() throws Exception {
        var ticket = ticket(resident());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt = () -> signIn(ticket).statusCode();
            var answers =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(20).toList());
            var statuses = answers.stream().map(answer -> answer.resultNow()).toList();
            assertThat(statuses).containsOnly(200, 401);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        }
    }

    @Test
    void refusesTicketsThatAreForgedOldOrForNobody() {
        var subject = resident();
        var now = Instant.now();
        assertThat(signIn(ticket(subject, now, "x".repeat(40))).statusCode()).isEqualTo(401);
        assertThat(signIn(ticket(subject, now.minusSeconds(61), keycloak.ticketSecret()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(signIn(ticket(UUID.randomUUID().toString())).statusCode()).isEqualTo(401);
        assertThat(signIn("no ticket").statusCode()).isEqualTo(401);
        assertThat(token(Map.of("grant_type", "password")).statusCode()).isEqualTo(401);
    }

    @Test
    void opensNoStaffAccount() {
        var staff = admin.createUser("clerk-ticket", "社区工作人员", PASSWORD, List.of("office-staff"), List.of());
        assertThat(signIn(ticket(staff)).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoPasswordAtTheResidentsClientAndNoTicketElsewhere() {
        admin.createUser("owner-password", "业主", PASSWORD, List.of(), List.of());
        assertThat(token(Map.of("grant_type", "password", "username", "owner-password", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        var elsewhere = Map.of("grant_type", "password", "client_id", "demo-cli", "ticket", ticket(resident()));
        assertThat(post("/protocol/openid-connect/token", elsewhere).statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesResidentsNoRoleOfTheRealm() {
        var claims = claims(signIn(ticket(resident())));
        assertThat(claims.at("/realm_access/roles").size()).isZero();
        assertThat(claims.get("aud").toString()).contains("yuanlin");
        assertThat(claims.toString()).doesNotContain("1380000");
    }

    @Test
    void namesAnEstateJoinedLaterFromTheNextRefreshOn() {
        var subject = resident();
        var session = signIn(ticket(subject));
        assertThat(claims(session).has("organization")).isFalse();
        var estate = UUID.randomUUID().toString();
        admin.addMember(admin.createOrganization(estate, "己小区 " + estate), subject);
        var renewed = refresh(refreshToken(session));
        assertThat(claims(renewed).get("organization").propertyNames()).containsExactly(estate);

        var second = UUID.randomUUID().toString();
        admin.addMember(admin.createOrganization(second, "庚小区 " + second), subject);
        assertThat(claims(refresh(refreshToken(renewed))).get("organization").propertyNames())
                .containsExactlyInAnyOrder(estate, second);
    }

    @Test
    void takesARefreshTokenOnce() {
        var first = refreshToken(signIn(ticket(resident())));
        var renewed = refresh(first);
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(refreshToken(renewed)).isNotEqualTo(first);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
    }

    @Test
    void keepsAPhoneSignedInForWeeks() {
        var lifetime =
                body(signIn(ticket(resident()))).get("refresh_expires_in").asLong();
        assertThat(Duration.ofSeconds(lifetime)).isGreaterThan(Duration.ofDays(29));
    }

    @Test
    void endsOneSessionOrAllOfThem() {
        var subject = resident();
        var phone = signIn(ticket(subject));
        var tablet = signIn(ticket(subject));
        var desk = signIn(ticket(subject));
        assertThat(post("/protocol/openid-connect/logout", withClient(Map.of("refresh_token", refreshToken(phone))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(refresh(refreshToken(phone)).statusCode()).isEqualTo(400);

        var everywhere = send(HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/account/sessions?current=true"))
                .header(
                        "Authorization",
                        "Bearer " + body(tablet).get("access_token").asString())
                .header("Accept", "application/json")
                .DELETE());
        assertThat(everywhere.statusCode()).as(everywhere.body()).isEqualTo(204);
        assertThat(refresh(refreshToken(tablet)).statusCode()).isEqualTo(400);
        assertThat(refresh(refreshToken(desk)).statusCode()).isEqualTo(400);
    }

    @Test
    void letsPlatformApiAskForPhonesAndNothingElse() {
        var claims = RealmAdmin.claims(admin.serviceToken("platform-api", keycloak.clientSecret("platform-api"), ""));
        assertThat(claims.at("/realm_access/roles").toString()).isEqualTo("[\"people-reader\"]");
        assertThat(claims.has("resource_access")).isFalse();
    }

    private static String resident() {
        number++;
        return admin.createResident("r-resident%04d".formatted(number), "1380000%04d".formatted(number));
    }

    private static String ticket(String subject) {
        return ticket(subject, Instant.now(), keycloak.ticketSecret());
    }

    private static String ticket(String subject, Instant at, String secret) {
        var claims =
                "{\"iss\":\"tenant-admin\",\"aud\":\"keycloak-ticket\",\"sub\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(subject, UUID.randomUUID(), at.getEpochSecond(), at.getEpochSecond() + 60);
        var text = base64("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return text + "." + base64(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpResponse<String> signIn(String ticket) {
        return token(Map.of("grant_type", "password", "ticket", ticket));
    }

    private static HttpResponse<String> refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static HttpResponse<String> token(Map<String, String> form) {
        return post("/protocol/openid-connect/token", withClient(form));
    }

    private static Map<String, String> withClient(Map<String, String> form) {
        var whole = new LinkedHashMap<>(form);
        whole.put("client_id", "resident");
        whole.put("client_secret", keycloak.clientSecret("resident"));
        return whole;
    }

    private static HttpResponse<String> post(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(keycloak.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(form)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Http.JSON.readTree(answer.body());
    }

    private static JsonNode claims(HttpResponse<String> answer) {
        return RealmAdmin.claims(body(answer).get("access_token").asString());
    }

    private static String refreshToken(HttpResponse<String> answer) {
        return body(answer).get("refresh_token").asString();
    }
}
