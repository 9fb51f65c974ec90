package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose role demands a second factor must set one up before the console's client gets a code. */
class SecondFactorTest {
    private static final String PASSWORD = "a-long-password";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private static KeycloakServer keycloak;
    private static RealmAdmin admin;

    @BeforeAll
    static void start() {
        keycloak = KeycloakServer.temporary();
        admin = keycloak.admin();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void staffOfOfficesAndThePlatformMustSetUpASecondFactor() throws Exception {
        admin.createUser("clerk-factor", "社区工作人员", PASSWORD, List.of("office-staff"), List.of());
        assertThat(signIn("clerk-factor", PASSWORD)).contains("kc-totp-settings-form");
        assertThat(signIn("platform-admin", keycloak.platformAdminPassword())).contains("kc-totp-settings-form");
    }

    @Test
    void othersGetInByTheirPassword() throws Exception {
        admin.createUser("member-factor", "业委会成员", PASSWORD, List.of(), List.of());
        assertThat(signIn("member-factor", PASSWORD)).startsWith("code for ");
    }

    @Test
    void whereTheDemoLetsThemTheyGetInWithout() throws Exception {
        try (var other = KeycloakServer.temporary()) {
            other.admin().passwordsSuffice();
            other.admin().createUser("clerk-demo", "社区工作人员", PASSWORD, List.of("office-staff"), List.of());
            assertThat(signIn(other, "clerk-demo", PASSWORD)).startsWith("code for ");
        }
    }

    private static String signIn(String username, String password) throws IOException, InterruptedException {
        return signIn(keycloak, username, password);
    }

    /** @return the page after name and password, or "code for ..." if that was enough */
    private static String signIn(KeycloakServer server, String username, String password)
            throws IOException, InterruptedException {
        var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var start = server.issuer() + "/protocol/openid-connect/auth?client_id=console&response_type=code&scope=openid"
                + "&redirect_uri=" + Http.encode("http://127.0.0.1:8080/console/signed-in")
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        var page = browser.send(get(start), HttpResponse.BodyHandlers.ofString()).body();
        var action = ACTION.matcher(page);
        assertThat(action.find()).as(page).isTrue();
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(Http.form(Map.of("username", username, "password", password)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() / 100 == 3) {
            var next = answer.headers().firstValue("Location").orElseThrow();
            if (next.startsWith("http://127.0.0.1:8080/")) {
                return next.contains("code=") ? "code for " + username : next;
            }
            answer = browser.send(get(next), HttpResponse.BodyHandlers.ofString());
        }
        return answer.body();
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }
}
