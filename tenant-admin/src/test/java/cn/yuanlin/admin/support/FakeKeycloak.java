package cn.yuanlin.admin.support;

import cn.yuanlin.admin.support.FakeHttp.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** So much of Keycloak's admin API as onboarding uses, in memory, so that tests may take it away and count. */
public final class FakeKeycloak {
    private static final FakeKeycloak ONLY = new FakeKeycloak();

    private final FakeHttp http = new FakeHttp();
    private final Map<String, ObjectNode> organizations = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, String> roles = new ConcurrentHashMap<>();
    private final Set<String> signedOut = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Predicate<String> broken = call -> false;

    private FakeKeycloak() {
        var realm = "/admin/realms/yuanlin";
        http.on(
                "POST",
                "/realms/yuanlin/protocol/openid-connect/token",
                request -> Answer.ok(Map.of(
                        "access_token",
                        "of-tests-" + tokens.incrementAndGet(),
                        "expires_in",
                        300,
                        "token_type",
                        "Bearer",
                        "refresh_expires_in",
                        0)));
        on(
                "GET",
                realm + "/organizations",
                request -> Answer.ok(organizations.values().stream()
                        .filter(one ->
                                request.query().contains(one.path("alias").asString()))
                        .toList()));
        on("POST", realm + "/organizations", request -> {
            var organization = (ObjectNode) request.json();
            synchronized (organizations) {
                if (organizations.values().stream()
                        .anyMatch(one -> one.path("alias").equals(organization.path("alias")))) {
                    return new Answer(409, null);
                }
                return create(organizations, organization);
            }
        });
        on("PUT", realm + "/organizations/([^/]+)", request -> {
            organizations.put(request.part(1), (ObjectNode) request.json());
            return new Answer(204, null);
        });
        on("DELETE", realm + "/organizations/([^/]+)", request -> {
            members.remove(request.part(1));
            return new Answer(organizations.remove(request.part(1)) == null ? 404 : 204, null);
        });
        on("POST", realm + "/organizations/([^/]+)/members", request -> {
            var subject = new String(request.body(), StandardCharsets.UTF_8).replace("\"", "");
            var added = members.computeIfAbsent(request.part(1), it -> ConcurrentHashMap.newKeySet())
                    .add(subject);
            return new Answer(added ? 201 : 409, null);
        });
        on(
                "DELETE",
                realm + "/organizations/([^/]+)/members/([^/]+)",
                request -> new Answer(
                        members.getOrDefault(request.part(1), Set.of()).remove(request.part(2)) ? 204 : 404, null));
        on(
                "GET",
                realm + "/users",
                request -> Answer.ok(users.values().stream()
                        .filter(user -> username(request.query())
                                .equals(user.path("username").asString()))
                        .toList()));
        on("POST", realm + "/users", request -> {
            var user = (ObjectNode) request.json();
            synchronized (users) {
                if (users.values().stream().anyMatch(one -> one.path("username").equals(user.path("username")))) {
                    return new Answer(409, null);
                }
                return create(users, user);
            }
        });
        on(
                "DELETE",
                realm + "/users/([^/]+)",
                request -> new Answer(users.remove(request.part(1)) == null ? 404 : 204, null));
        on("GET", realm + "/users/([^/]+)", request -> Answer.ok(users.get(request.part(1))));
        on(
                "GET",
                realm + "/users/([^/]+)/credentials",
                request -> Answer.ok(
                        passwords.containsKey(request.part(1)) ? List.of(Map.of("type", "password")) : List.of()));
        on("PUT", realm + "/users/([^/]+)/reset-password", request -> {
            passwords.put(request.part(1), request.json().path("value").asString());
            users.get(request.part(1)).putArray("requiredActions").add("UPDATE_PASSWORD");
            return new Answer(204, null);
        });
        on("GET", realm + "/users/([^/]+)/role-mappings/realm", request -> Answer.ok(List.of()));
        on(
                "GET",
                realm + "/users/([^/]+)/role-mappings/realm/available",
                request -> Answer.ok(List.of(Map.of("id", "committee", "name", "committee"))));
        on("POST", realm + "/users/([^/]+)/role-mappings/realm", request -> {
            roles.put(request.part(1), request.json().path(0).path("name").asString());
            return new Answer(204, null);
        });
        on("POST", realm + "/users/([^/]+)/logout", request -> {
            signedOut.add(request.part(1));
            return new Answer(204, null);
        });
    }

    public static FakeKeycloak only() {
        return ONLY;
    }

    public String url() {
        return http.url();
    }

    /** Answers 503 to everything but token requests until it is back. */
    public void goAway() {
        away.set(true);
    }

    public void comeBack() {
        away.set(false);
        broken = call -> false;
    }

    /** Requests whose {@code METHOD /path} fits are answered 503 until it is back. */
    public void breakWhere(Predicate<String> call) {
        broken = call;
    }

    public long organizationsOf(UUID estate) {
        return organizations.values().stream()
                .filter(one -> one.path("alias").asString().equals(estate.toString()))
                .count();
    }

    /** Login names of the members of the estate's organization. */
    public List<String> membersOf(UUID estate) {
        var names = new ArrayList<String>();
        organizations.forEach((id, organization) -> {
            if (organization.path("alias").asString().equals(estate.toString())) {
                members.getOrDefault(id, Set.of())
                        .forEach(subject ->
                                names.add(users.get(subject).path("username").asString()));
            }
        });
        return names;
    }

    public List<String> usernamesLike(String part) {
        return users.values().stream()
                .map(user -> user.path("username").asString())
                .filter(name -> name.contains(part))
                .sorted()
                .toList();
    }

    /** The owner signs in and replaces the password they were given. */
    public void chooseOwnPassword(String username) {
        users.get(subject(username)).putArray("requiredActions");
    }

    /** The password last set for the account by an administrator; empty if none was. */
    public String passwordOf(String username) {
        return passwords.getOrDefault(subject(username), "");
    }

    /** The role the account was given last; empty if none was. */
    public String roleOf(String username) {
        return roles.getOrDefault(subject(username), "");
    }

    public boolean wasSignedOut(String username) {
        return signedOut.contains(subject(username));
    }

    /** An account that somebody else made. */
    public UUID account(String username) {
        account(username, Set.of());
        return UUID.fromString(subject(username));
    }

    public boolean knows(UUID subject) {
        return users.containsKey(subject.toString());
    }

    /** An account of somebody who works for these offices. */
    public void account(String username, Set<UUID> offices) {
        var user = FakeHttp.JSON.createObjectNode();
        user.put("username", username);
        user.put("enabled", true);
        var claimed = user.putObject("attributes").putArray("offices");
        offices.forEach(office -> claimed.add(office.toString()));
        create(users, user);
    }

    private void on(String method, String path, FakeHttp.Handler handler) {
        http.on(method, path, request -> {
            var call = method + " " + request.exchange().getRequestURI().getPath();
            return away.get() || broken.test(call) ? new Answer(503, null) : handler.answer(request);
        });
    }

    private String subject(String username) {
        return users.entrySet().stream()
                .filter(user -> user.getValue().path("username").asString().equals(username))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Answer create(Map<String, ObjectNode> kind, ObjectNode one) {
        var id = UUID.randomUUID().toString();
        one.put("id", id);
        kind.put(id, one);
        return new Answer(201, null);
    }

    private static String username(String query) {
        for (var pair : query.split("&")) {
            if (pair.startsWith("username=")) {
                return URLDecoder.decode(pair.substring("username=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
