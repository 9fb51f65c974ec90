package cn.yuanlin.local;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sets up what a demo or a test needs in the realm, as Keycloak's administrator, and fetches tokens. */
public final class RealmAdmin {
    private static final int PAGE = 200;

    private final String url;
    private final String password;

    RealmAdmin(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /**
     * Makes a user who can sign in at once.
     *
     * @param name as people call them
     * @param roles of the realm, e.g. {@code office-staff}
     * @param offices ids for the claim of that name
     * @return the subject
     */
    public String createUser(
            String username, String name, String userPassword, List<String> roles, List<String> offices) {
        var user = Map.of(
                "username",
                username,
                "firstName",
                name,
                "enabled",
                true,
                "attributes",
                Map.of("offices", offices),
                "credentials",
                List.of(Map.of("type", "password", "value", userPassword, "temporary", false)));
        var id = create("/users", user);
        if (!roles.isEmpty()) {
            var named = roles.stream().map(role -> get("/roles/" + role)).toList();
            Http.send(admin("/users/" + id + "/role-mappings/realm").POST(Http.json(named)));
        }
        return id;
    }

    /** @return the id of the account, or an empty text if there is none */
    public String subjectOf(String username) {
        var found = get("/users?exact=true&username=" + Http.encode(username));
        return found.isEmpty() ? "" : found.get(0).get("id").asString();
    }

    /** Subjects of all accounts with this verified phone. */
    public List<String> residents(String phone) {
        return get("/users?q=" + Http.encode("phone:" + phone))
                .valueStream()
                .map(user -> user.get("id").asString())
                .toList();
    }

    /** The realm as it can be taken out of Keycloak: its settings, clients and roles, and all users with their attributes. */
    public JsonNode export() {
        var realm =
                (ObjectNode) Http.json(Http.send(admin("/partial-export?exportClients=true&exportGroupsAndRoles=true")
                        .POST(HttpRequest.BodyPublishers.noBody())));
        var users = realm.putArray("users");
        for (var page = users(0); !page.isEmpty(); page = users(users.size())) users.addAll((ArrayNode) page);
        return realm;
    }

    private JsonNode users(int first) {
        return get("/users?briefRepresentation=false&max=" + PAGE + "&first=" + first);
    }

    public void setPassword(String subject, String userPassword) {
        Http.send(admin("/users/" + subject + "/reset-password")
                .PUT(Http.json(Map.of("type", "password", "value", userPassword, "temporary", false))));
    }

    /** @return Keycloak's own id of the organization, which is not its alias */
    public String createOrganization(String alias, String name) {
        return create("/organizations", Map.of("alias", alias, "name", name));
    }

    public void addMember(String organization, String subject) {
        Http.send(admin("/organizations/" + organization + "/members")
                .POST(HttpRequest.BodyPublishers.ofString(subject)));
    }

    /** How long access tokens live from now on, whole seconds. */
    public void accessTokensLive(Duration lifespan) {
        Http.send(admin("").PUT(Http.json(Map.of("accessTokenLifespan", lifespan.toSeconds()))));
    }

    /** Says where the public door is, so that people may be sent back there after they signed in. */
    public void publicUrl(String publicUrl) {
        var client = get("/clients?clientId=console").get(0);
        if (!client.path("rootUrl").asString("").equals(publicUrl)) {
            ((ObjectNode) client).put("rootUrl", publicUrl);
            Http.send(admin("/clients/" + client.get("id").asString()).PUT(Http.json(client)));
        }
    }

    /** Adds the client {@code demo-cli}, with which a user name and a password buy a token. For demos and tests only. */
    public void allowPasswordTokens() {
        if (get("/clients?clientId=demo-cli").isEmpty()) {
            var file = Repository.root().resolve("infra/keycloak/demo-cli.json");
            Http.send(admin("/clients").POST(ofFile(file)));
        }
    }

    /**
     * Lets staff and committees in without a second factor. For demos and browser tests only, whose visitors have no authenticator at
     * hand.
     */
    public void passwordsSuffice() {
        var secondFactor = List.of(get("/roles/second-factor"));
        for (var role : List.of("platform-admin", "office-staff", "committee")) {
            Http.send(admin("/roles/" + role + "/composites").method("DELETE", Http.json(secondFactor)));
        }
    }

    /** Makes an account of a resident, who signs in by tickets only. @return the subject */
    public String createResident(String username, String phone) {
        return create(
                "/users", Map.of("username", username, "enabled", true, "attributes", Map.of("phone", List.of(phone))));
    }

    private static HttpRequest.BodyPublisher ofFile(Path file) {
        return HttpRequest.BodyPublishers.ofString(Template.fill(file, Map.of()));
    }

    /**
     * An access token of a user, by {@code demo-cli}.
     *
     * @param scope e.g. {@code organization:*}
     */
    public String userToken(String username, String userPassword, String scope) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "password");
        form.put("client_id", "demo-cli");
        form.put("username", username);
        form.put("password", userPassword);
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return token(KeycloakServer.REALM, form);
    }

    /** An access token of a service. */
    public String serviceToken(String client, String secret, String scope) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", client);
        form.put("client_secret", secret);
        if (!scope.isEmpty()) {
            form.put("scope", scope);
        }
        return token(KeycloakServer.REALM, form);
    }

    /** What a token says, unverified. */
    public static JsonNode claims(String token) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Http.JSON.readTree(new String(payload, StandardCharsets.UTF_8));
    }

    private String token(String realm, Map<String, String> form) {
        var answer = Http.send(Http.request(url + "/realms/" + realm + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(form)));
        return Http.json(answer).get("access_token").asString();
    }

    private String create(String path, Object body) {
        var answer = Http.send(admin(path).POST(Http.json(body)));
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private JsonNode get(String path) {
        return Http.json(Http.send(admin(path)));
    }

    private HttpRequest.Builder admin(String path) {
        // Such a token lives for a minute; a fresh one each time costs less than minding its age.
        var token = token(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakCluster.ADMINISTRATOR,
                        "password",
                        password));
        return Http.request(url + "/admin/realms/" + KeycloakServer.REALM + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
