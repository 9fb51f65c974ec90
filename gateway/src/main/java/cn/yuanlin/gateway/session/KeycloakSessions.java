package cn.yuanlin.gateway.session;

import cn.yuanlin.gateway.session.SessionOutcome.Away;
import cn.yuanlin.gateway.session.SessionOutcome.Ended;
import cn.yuanlin.gateway.session.SessionOutcome.Renewed;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's endpoints for sessions. Tokens are never logged. */
@Component
class KeycloakSessions {
    private static final Logger log = LoggerFactory.getLogger(KeycloakSessions.class);
    private static final long MOST_BYTES = 64 * 1024;

    private final HttpClient http;
    private final SessionSettings settings;
    private final JsonMapper json;
    private final RecentRenewals recent;
    private final Semaphore free;

    KeycloakSessions(HttpClient http, SessionSettings settings, JsonMapper json, RecentRenewals recent) {
        this.http = http;
        this.settings = settings;
        this.json = json;
        this.recent = recent;
        this.free = new Semaphore(settings.most());
    }

    Mono<SessionOutcome> renew(String refreshToken) {
        return waitFor(() -> recent.of(refreshToken, () -> askForRenewal(refreshToken)));
    }

    private CompletableFuture<SessionOutcome> askForRenewal(String refreshToken) {
        var form = "grant_type=refresh_token&refresh_token=" + encoded(refreshToken) + client();
        return call(post("/protocol/openid-connect/token", form), answer -> switch (answer.statusCode()) {
            case 200 -> renewed(answer.body());
            // 401 is about our own credential: nothing the resident could mend by signing in anew.
            case 400 -> new Ended();
            default -> away("renewal", answer.statusCode());
        });
    }

    /** One that is over already is ended as well. */
    Mono<SessionOutcome> end(String refreshToken) {
        var form = "refresh_token=" + encoded(refreshToken) + client();
        return waitFor(() -> {
            recent.forget(refreshToken);
            return call(post("/protocol/openid-connect/logout", form), answer -> switch (answer.statusCode()) {
                case 200, 204, 400 -> new Ended();
                default -> away("sign-out", answer.statusCode());
            });
        });
    }

    /** Every session of the person the access token speaks for, this one too. */
    Mono<SessionOutcome> endAll(String authorization) {
        var request = HttpRequest.newBuilder(URI.create(settings.realmUrl() + "/account/sessions?current=true"))
                .timeout(settings.timeout())
                .header("Authorization", authorization)
                // Without it the same address is a page for people.
                .header("Accept", "application/json")
                .DELETE()
                .build();
        return waitFor(() -> call(request, answer -> switch (answer.statusCode()) {
            case 200, 204, 401 -> new Ended();
            default -> away("sign-out everywhere", answer.statusCode());
        }));
    }

    /** What an answer means. */
    private interface Reading {
        SessionOutcome read(HttpResponse<String> answer);
    }

    /** Goes through to the end even if the client is gone meanwhile: its next try finds the answer among the recent ones. */
    private static Mono<SessionOutcome> waitFor(Supplier<CompletableFuture<SessionOutcome>> call) {
        return Mono.defer(() -> Mono.fromFuture(call.get(), true));
    }

    private CompletableFuture<SessionOutcome> call(HttpRequest request, Reading reading) {
        if (!free.tryAcquire()) {
            return CompletableFuture.completedFuture(new Away());
        }
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES))
                .thenApply(reading::read)
                .exceptionally(KeycloakSessions::away)
                .whenComplete((said, fault) -> free.release());
    }

    private SessionOutcome renewed(String body) {
        try {
            var tokens = json.readTree(body);
            var access = tokens.path("access_token").asString("");
            var refresh = tokens.path("refresh_token").asString("");
            if (access.isEmpty() || refresh.isEmpty()) {
                return away("renewal", 200);
            }
            return new Renewed(
                    access,
                    tokens.path("expires_in").asLong(0),
                    refresh,
                    tokens.path("refresh_expires_in").asLong(0));
        } catch (JacksonException notTokens) {
            return away("renewal", 200);
        }
    }

    private static SessionOutcome away(String what, int status) {
        log.warn("Keycloak answered {} to a {}", status, what);
        return new Away();
    }

    private static SessionOutcome away(Throwable fault) {
        log.warn("Keycloak did not answer: {}", fault.toString());
        return new Away();
    }

    private HttpRequest post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(settings.realmUrl() + path))
                .timeout(settings.timeout())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private String client() {
        return "&client_id=" + encoded(settings.clientId()) + "&client_secret=" + encoded(settings.clientSecret());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
