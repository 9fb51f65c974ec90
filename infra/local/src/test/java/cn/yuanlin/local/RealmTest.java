package cn.yuanlin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the realm gives to people and to services, and what it keeps from them. */
class RealmTest {
    private static final String PASSWORD = "a-long-password";

    private static KeycloakServer keycloak;
    private static RealmAdmin admin;

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
    void namesAStaffMembersOfficesAndRoles() {
        var office = UUID.randomUUID().toString();
        admin.createUser("clerk-one", "社区工作人员", PASSWORD, List.of("office-staff"), List.of(office));
        var claims = RealmAdmin.claims(admin.userToken("clerk-one", PASSWORD, ""));
        assertThat(claims.get("iss").asString()).isEqualTo(keycloak.issuer());
        assertThat(texts(claims.get("aud"))).contains("yuanlin");
        assertThat(texts(claims.get("offices"))).containsExactly(office);
        assertThat(texts(claims.at("/realm_access/roles"))).contains("office-staff");
        assertThat(claims.get("preferred_username").asString()).isEqualTo("clerk-one");
        assertThat(claims.get("name").asString()).isEqualTo("社区工作人员");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.has("organization")).isFalse();
    }

    @Test
    void namesAllEstatesOfAMemberWhenAsked() {
        var member = admin.createUser("owner-two", "业主", PASSWORD, List.of(), List.of());
        var first = UUID.randomUUID().toString();
        var second = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();
        var firstId = admin.createOrganization(first, "甲小区 jia");
        admin.addMember(firstId, member);
        admin.addMember(admin.createOrganization(second, "乙小区 yi"), member);
        admin.createOrganization(other, "丙小区 bing");
        var organizations = RealmAdmin.claims(admin.userToken("owner-two", PASSWORD, "organization:*"))
                .get("organization");
        assertThat(organizations.propertyNames()).containsExactlyInAnyOrder(first, second);
        assertThat(organizations.get(first).get("id").asString()).isEqualTo(firstId);
        var one = RealmAdmin.claims(admin.userToken("owner-two", PASSWORD, "organization:" + second))
                .get("organization");
        assertThat(one.propertyNames()).containsExactly(second);
        var none = RealmAdmin.claims(admin.userToken("owner-two", PASSWORD, "organization:" + other));
        assertThat(none.has("organization")).isFalse();
    }

    @Test
    void asksForNameAndPasswordOnOnePageThoughThereAreEstates() {
        admin.createOrganization(UUID.randomUUID().toString(), "戊小区 wu");
        assertThat(signInPage("zh-CN")).contains("id=\"username\"", "id=\"password\"");
    }

    @Test
    void showsOurSignInPageInChineseAndEnglish() {
        var page = signInPage("zh-CN");
        assertThat(page).contains("lang=\"zh-CN\"", "<title>登录 · 缘邻</title>", "忘记密码，或账号被锁定？");
        assertThat(signInPage("en")).contains("lang=\"en\"", "Forgotten your password");
    }

    @Test
    void servesTheThemeAsItLiesInTheCheckoutNow() throws IOException {
        var page = signInPage("zh-CN");
        var styles =
                Pattern.compile("href=\"(/resources/[^\"]+/css/yuanlin.css)\"").matcher(page);
        assertThat(styles.find()).as(page).isTrue();
        var answer = Http.send(Http.request(keycloak.url() + styles.group(1)).header("Accept-Encoding", "gzip"));
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(answer.body())
                .isEqualTo(Files.readString(
                        Repository.root().resolve("infra/keycloak/themes/yuanlin/login/resources/css/yuanlin.css")));
    }

    @Test
    void letsThePlatformAdministratorIn() {
        var claims = RealmAdmin.claims(admin.userToken("platform-admin", keycloak.platformAdminPassword(), ""));
        assertThat(texts(claims.at("/realm_access/roles"))).contains("platform-admin");
    }

    @Test
    void keepsTenantAdminsRightsOverPeopleOutOfTheTokensThatCellsSee() {
        var forCells = RealmAdmin.claims(tenantAdmin(""));
        assertThat(texts(forCells.at("/realm_access/roles"))).containsExactly("cell-operator");
        assertThat(texts(forCells.get("aud"))).containsExactly("yuanlin");
        assertThat(forCells.has("resource_access")).isFalse();
    }

    @Test
    void letsTenantAdminManagePeopleAndEstates() {
        var token = tenantAdmin("manage-people");
        var user = location(as(token, "/users")
                .POST(Http.json(Map.of(
                        "username", "chair-three", "enabled", true, "attributes", Map.of("offices", List.of("o1"))))));
        as(token, "/users/" + user + "/role-mappings/realm/available", 200);
        var staff = Http.json(Http.send(as(token, "/users/" + user + "/role-mappings/realm/available")))
                .valueStream()
                .filter(role -> role.get("name").asString().equals("office-staff"))
                .toList();
        Http.send(as(token, "/users/" + user + "/role-mappings/realm").POST(Http.json(staff)));
        Http.send(as(token, "/users/" + user + "/reset-password")
                .PUT(Http.json(Map.of("type", "password", "value", PASSWORD, "temporary", true))));
        var organization = location(as(token, "/organizations")
                .POST(Http.json(Map.of("alias", UUID.randomUUID().toString(), "name", "丁小区 ding"))));
        Http.send(as(token, "/organizations/" + organization + "/members")
                .POST(HttpRequest.BodyPublishers.ofString(user)));
        as(token, "/organizations?search=ding", 200);
        as(token, "/organizations/" + organization + "/members", 200);
        Http.send(
                as(token, "/organizations/" + organization + "/members/" + user).DELETE());
        Http.send(as(token, "/organizations/" + organization).DELETE());
        Http.send(as(token, "/users/" + user).DELETE());
    }

    @Test
    void keepsEverythingElseInTheRealmFromTenantAdmin() {
        var token = tenantAdmin("manage-people");
        for (var path : List.of(
                "/clients",
                "/client-scopes",
                "/roles",
                "/identity-provider/instances",
                "/events",
                "/admin-events",
                "/components",
                "/keys",
                "/authentication/flows")) {
            as(token, path, 403);
        }
        refused(as(token, "").PUT(Http.json(Map.of("accessTokenLifespan", 86_400))));
        refused(as(token, "/clients").POST(Http.json(Map.of("clientId", "mine"))));
        refused(as(token, "/roles").POST(Http.json(Map.of("name", "mine"))));
        var users = Http.json(Http.send(as(token, "/users?username=platform-admin&exact=true")));
        refused(as(token, "/users/" + users.get(0).get("id").asString() + "/impersonation")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void givesTheGatewayNothingButTheRoutes() {
        var token = admin.serviceToken("gateway", keycloak.clientSecret("gateway"), "");
        assertThat(texts(RealmAdmin.claims(token).at("/realm_access/roles"))).containsExactly("route-reader");
        as(token, "/users", 403);
        as(token, "/organizations", 403);
    }

    @Test
    void refusesPasswordsAtTheConsolesClient() {
        assertThatThrownBy(() -> Http.send(Http.request(keycloak.issuer() + "/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(Http.form(Map.of(
                                "grant_type", "password",
                                "client_id", "console",
                                "username", "platform-admin",
                                "password", keycloak.platformAdminPassword())))))
                .hasMessageContaining("unauthorized_client");
    }

    @Test
    void refusesAShortPassword() {
        assertThatThrownBy(() -> admin.createUser("short-four", "短", "short", List.of(), List.of()))
                .hasMessageContaining("400");
    }

    /** The console's sign-in page as a browser gets it that asks for this language. */
    private static String signInPage(String language) {
        var query = Map.of(
                "client_id", "console",
                "redirect_uri", "http://127.0.0.1:8080/console/signed-in",
                "response_type", "code",
                "scope", "openid profile organization:*",
                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                "code_challenge_method", "S256",
                "ui_locales", language);
        var address = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + Http.encode(part.getValue()))
                .collect(Collectors.joining("&", keycloak.issuer() + "/protocol/openid-connect/auth?", ""));
        return Http.send(Http.request(address)).body();
    }

    private static String tenantAdmin(String scope) {
        return admin.serviceToken("tenant-admin", keycloak.clientSecret("tenant-admin"), scope);
    }

    private static HttpRequest.Builder as(String token, String path) {
        return Http.request(keycloak.url() + "/admin/realms/yuanlin" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static void as(String token, String path, int status) {
        if (status == 200) {
            Http.send(as(token, path));
        } else {
            refused(as(token, path));
        }
    }

    private static void refused(HttpRequest.Builder request) {
        var refusal = catchThrowableOfType(RefusedException.class, () -> Http.send(request));
        assertThat(refusal).as(request.build().uri().toString()).isNotNull();
        assertThat(refusal.status()).as(refusal.getMessage()).isEqualTo(403);
    }

    private static String location(HttpRequest.Builder request) {
        var location = Http.send(request).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asString).toList() : List.of(node.asString());
    }
}
