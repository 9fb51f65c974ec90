package cn.yuanlin.admin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.Api.Answer;
import cn.yuanlin.admin.support.FakeWeChat;
import cn.yuanlin.admin.support.Realm;
import cn.yuanlin.admin.support.RealmTest;
import cn.yuanlin.local.RealmAdmin;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Words for signing in. Every test has phones, senders and WeChat accounts of its own. */
abstract class IdentityTest extends RealmTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    protected final FakeWeChat weChat = FakeWeChat.only();

    @Autowired
    protected JdbcClient jdbc;

    /** Cells of other tests may be dead by now; nobody's account is closed while a cell in use is. */
    @BeforeEach
    void noCellIsInUse() {
        jdbc.sql("update control.cell set estates = 0").update();
    }

    @AfterEach
    void weChatIsThere() {
        weChat.comeBack();
    }

    protected static String newPhone() {
        return "1390000%04d".formatted(NUMBER.incrementAndGet());
    }

    protected static String newOpenId() {
        return "o" + UUID.randomUUID();
    }

    protected Answer askForCode(String phone) {
        return askForCode(phone, "198.51.100." + NUMBER.incrementAndGet() % 250);
    }

    protected Answer askForCode(String phone, String sender) {
        return api.with("X-Forwarded-For", sender).post("/api/identity/sms-codes", Map.of("phone", phone));
    }

    /** As if so much time had passed since all requests for codes, and all wrong ones. */
    protected void letPass(Duration time) {
        for (var table : List.of("sms_request", "sms_try")) {
            jdbc.sql("update control." + table + " set at = at - make_interval(secs => :seconds)")
                    .param("seconds", (double) time.toSeconds())
                    .update();
        }
    }

    protected Answer proveBySms(String phone, String code, String client) {
        return proveBySms(phone, code, client, "198.51.100.1");
    }

    protected Answer proveBySms(String phone, String code, String client, String sender) {
        return api.with("X-Forwarded-For", sender)
                .post("/api/identity/sessions/sms", Map.of("phone", phone, "code", code, "client", client));
    }

    /** As if nobody had signed in to the account, or said its phone's code, for so long. */
    protected void letPhoneRest(String subject, Duration time) {
        jdbc.sql("""
                        update control.resident_account
                        set signed_in_at = now() - make_interval(secs => :seconds),
                            phone_shown_at = now() - make_interval(secs => :seconds)
                        where subject = :subject
                        """)
                .param("seconds", (double) time.toSeconds())
                .param("subject", UUID.fromString(subject))
                .update();
    }

    /** A mini program's session of the phone's owner. */
    protected JsonNode signedInBySms(String phone) {
        letPass(Duration.ofHours(2));
        assertThat(askForCode(phone).status()).isEqualTo(202);
        var answer = proveBySms(phone, weChat.smsCode(phone), "MINI_PROGRAM");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    protected Answer proveByWeChat(String loginCode, @Nullable String phoneCode) {
        var proof = new HashMap<String, String>();
        proof.put("loginCode", loginCode);
        if (phoneCode != null) {
            proof.put("phoneCode", phoneCode);
        }
        return api.post("/api/identity/sessions/wechat", proof);
    }

    protected JsonNode signedInByWeChat(String openId, String phone) {
        var answer = proveByWeChat(weChat.loginCode(openId), weChat.phoneCode(phone));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    protected static String subject(JsonNode session) {
        return RealmAdmin.claims(session.path("accessToken").asString())
                .path("sub")
                .asString();
    }

    protected Answer asPlatformApi(String subject) {
        return api.as(platformApi()).get("/internal/people/" + subject);
    }

    protected static String platformApi() {
        return Realm.admin().serviceToken("platform-api", Realm.server().clientSecret("platform-api"), "");
    }

    /** The status with which Keycloak answers a refresh of this session. */
    protected static int refresh(JsonNode session) throws Exception {
        var form = "grant_type=refresh_token&client_id=resident&client_secret="
                + encoded(Realm.server().clientSecret("resident"))
                + "&refresh_token="
                + encoded(session.path("refreshToken").asString());
        var request = HttpRequest.newBuilder(URI.create(Realm.server().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    protected static String type(Answer answer) {
        return Objects.requireNonNull(answer.json().path("type").asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
