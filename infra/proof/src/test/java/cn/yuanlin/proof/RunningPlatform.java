package cn.yuanlin.proof;

import cn.yuanlin.local.Account;
import cn.yuanlin.local.Platform;
import cn.yuanlin.local.RealmAdmin;
import cn.yuanlin.local.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform with the demo in it, started once for all proofs of a test JVM. */
final class RunningPlatform {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** Longer than all proofs together: what expires, expires in the proof that is about it. */
    static final Duration TOKENS_LIVE = Duration.ofHours(2);

    private final Platform platform;
    private final List<Account> accounts;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private @Nullable Spare spare;

    private RunningPlatform(Platform platform) {
        this.platform = platform;
        this.accounts = platform.loadDemo();
        realm().accessTokensLive(TOKENS_LIVE);
    }

    private static final class Holder {
        private static final RunningPlatform ONE = new RunningPlatform(
                Platform.start(Settings.forTests(Path.of("target/platform").toAbsolutePath(), 1)
                        .emptied()
                        .withDemo()));
    }

    static RunningPlatform get() {
        return Holder.ONE;
    }

    Platform parts() {
        return platform;
    }

    Caller gateway() {
        return new Caller(platform.gatewayUrl());
    }

    Caller cell() {
        return new Caller(platform.service("platform-api-c1").url());
    }

    Caller tenantAdmin() {
        return new Caller(platform.service("tenant-admin").url());
    }

    /** A token of the administrator of the platform. */
    String platformAdmin() {
        return tokens.computeIfAbsent(
                "platform-admin",
                name -> realm().userToken(name, platform.keycloak().platformAdminPassword(), "organization:*"));
    }

    /** A token of the estate's first committee member. */
    String committee(String slug) {
        return token(committeeMember(slug));
    }

    /** A token of the clerk of the community above the estate. */
    String clerkAbove(String slug) {
        return token(clerk(slug));
    }

    Account clerk(String slug) {
        var clerk = JsonMapper.shared()
                .readTree(ROOT.resolve("infra/demo/demo.json").toFile())
                .path("streets")
                .valueStream()
                .flatMap(street -> street.path("communities").valueStream())
                .filter(community -> community
                        .path("estates")
                        .valueStream()
                        .anyMatch(estate -> estate.path("slug").asString().equals(slug)))
                .map(community -> community.path("clerk").asString())
                .findFirst()
                .orElseThrow();
        return accounts.stream()
                .filter(account -> account.username().equals(clerk))
                .findFirst()
                .orElseThrow();
    }

    /** An estate that nobody looks at but the proofs that change one: the roll of 邻苑 under another name. */
    record Spare(String id, String slug, String committee) {
        String path() {
            return "/api/estates/" + slug;
        }

        String schema() {
            return "e_" + id.substring(24);
        }
    }

    /** Brought on board when it is first asked for. */
    synchronized Spare spare() {
        if (spare == null) {
            var office = new Newcomers(platform);
            var id = office.welcome("spare");
            spare = new Spare(id, "spare", office.committee(id));
        }
        return spare;
    }

    /** A token with which the control plane tells a cell what to do. */
    String cellOperator() {
        return realm().serviceToken("tenant-admin", platform.keycloak().clientSecret("tenant-admin"), "");
    }

    JsonNode estate(String slug) {
        return gateway()
                .get("/api/platform/estates?limit=200", platformAdmin())
                .expecting(200)
                .json()
                .path("items")
                .valueStream()
                .filter(estate -> estate.path("slug").asString().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No estate " + slug));
    }

    /** A token that lived for a second. It is expired for the services only when their minute of clock skew is over. */
    String shortLivedToken(String slug) {
        var account = committeeMember(slug);
        realm().accessTokensLive(Duration.ofSeconds(1));
        try {
            return realm().userToken(account.username(), account.password(), "organization:*");
        } finally {
            realm().accessTokensLive(TOKENS_LIVE);
        }
    }

    /** What somebody who has signed in holds. */
    record Session(String accessToken, String refreshToken) {}

    /** Signs the estate's first committee member in. */
    Session signIn(String slug) {
        var account = committeeMember(slug);
        return session(Map.of(
                "grant_type", "password",
                "client_id", "demo-cli",
                "username", account.username(),
                "password", account.password(),
                "scope", "organization:*"));
    }

    Session refresh(Session session) {
        return session(Map.of(
                "grant_type", "refresh_token", "client_id", "demo-cli", "refresh_token", session.refreshToken()));
    }

    private Session session(Map<String, String> form) {
        var answer = new Caller(platform.keycloak().issuer())
                .form("/protocol/openid-connect/token", form)
                .expecting(200)
                .json();
        return new Session(
                answer.path("access_token").asString(),
                answer.path("refresh_token").asString());
    }

    /** Subjects of the residents' accounts with this phone, as Keycloak has them. */
    List<String> accounts(String phone) {
        return realm().residents(phone);
    }

    /** Whether the resident must prove anew who they are before it gets ballots or money. */
    boolean reverifyNeeded(String subject) {
        var token = realm().serviceToken("platform-api", platform.keycloak().clientSecret("platform-api"), "");
        return tenantAdmin()
                .get("/internal/people/" + subject, token)
                .expecting(200)
                .json()
                .path("reverifyNeeded")
                .asBoolean();
    }

    private Account committeeMember(String slug) {
        return accounts.stream()
                .filter(account -> account.role().equals("COMMITTEE"))
                .filter(account -> account.estate().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private String token(Account account) {
        return tokens.computeIfAbsent(
                account.username(), name -> realm().userToken(name, account.password(), "organization:*"));
    }

    private RealmAdmin realm() {
        return platform.keycloak().admin();
    }
}
