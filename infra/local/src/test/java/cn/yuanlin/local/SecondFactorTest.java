package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose role demands a second factor must set one up before the console's client gets a code. */
class SecondFactorTest {
    private static final String PASSWORD = "a-long-password";
    private static final String CONSOLE = "http://127.0.0.1:8080/console/signed-in";

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
    void staffMustSetUpASecondFactorUnlessTheDemoLetsThemInWithout() throws Exception {
        admin.createUser("clerk-factor", "社区工作人员", PASSWORD, List.of("office-staff"), List.of());
        assertThat(signIn("clerk-factor", PASSWORD)).contains("kc-totp-settings-form");
        admin.createUser("chair-factor", "业委会主任", PASSWORD, List.of("committee"), List.of());
        assertThat(signIn("chair-factor", PASSWORD)).contains("kc-totp-settings-form");
        assertThat(signIn("platform-admin", keycloak.platformAdminPassword())).contains("kc-totp-settings-form");

        admin.passwordsSuffice();
        admin.createUser("clerk-demo", "社区工作人员", PASSWORD, List.of("office-staff"), List.of());
        assertThat(signIn("clerk-demo", PASSWORD)).startsWith(CONSOLE).contains("code=");
        admin.createUser("chair-demo", "业委会主任", PASSWORD, List.of("committee"), List.of());
        assertThat(signIn("chair-demo", PASSWORD)).startsWith(CONSOLE).contains("code=");
    }

    @Test
    void othersGetInByTheirPassword() throws Exception {
        admin.createUser("member-factor", "业委会成员", PASSWORD, List.of(), List.of());
        assertThat(signIn("member-factor", PASSWORD)).startsWith(CONSOLE).contains("code=");
    }

    @Test
    void whoeverIsGivenTheRoleMustHaveOneToo() throws Exception {
        admin.createUser("auditor-factor", "审计", PASSWORD, List.of("second-factor"), List.of());
        assertThat(signIn("auditor-factor", PASSWORD)).contains("kc-totp-settings-form");
    }

    /** @return the page after name and password, or the console's address with a code if that was enough */
    private static String signIn(String username, String password) throws IOException, InterruptedException {
        var browser = new Browser();
        var start =
                keycloak.issuer() + "/protocol/openid-connect/auth?client_id=console&response_type=code&scope=openid"
                        + "&redirect_uri=" + Http.encode(CONSOLE)
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        var page = browser.open(HttpRequest.newBuilder(URI.create(start)));
        var action = Pattern.compile("action=\"([^\"]+)\"").matcher(page);
        assertThat(action.find()).as(page).isTrue();
        return browser.open(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(Map.of("username", username, "password", password))));
    }

    /** Keeps cookies as browsers do, which take 127.0.0.1 for safe; the JDK's own keeper does not. */
    private static final class Browser {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new LinkedHashMap<>();

        /** Follows redirects up to the console. */
        String open(HttpRequest.Builder request) throws IOException, InterruptedException {
            var answer = send(request);
            while (answer.statusCode() / 100 == 3) {
                var next = answer.headers().firstValue("Location").orElseThrow();
                if (next.startsWith(CONSOLE)) {
                    return next;
                }
                answer = send(HttpRequest.newBuilder(URI.create(next)));
            }
            return answer.body();
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var set : answer.headers().allValues("Set-Cookie")) {
                var pair = set.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }
    }
}
