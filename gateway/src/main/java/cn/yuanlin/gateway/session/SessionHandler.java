package cn.yuanlin.gateway.session;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import cn.yuanlin.gateway.session.SessionOutcome.Away;
import cn.yuanlin.gateway.session.SessionOutcome.Ended;
import cn.yuanlin.gateway.session.SessionOutcome.Renewed;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Renews and ends sessions. A refresh token comes in the body or in the cookie, and goes back the way it came. */
@Component
class SessionHandler {
    private static final Duration KEYCLOAK_WAIT = Duration.ofSeconds(5);

    private final KeycloakSessions keycloak;
    private final RefreshCookie cookie;
    private final JsonMapper json;

    SessionHandler(KeycloakSessions keycloak, RefreshCookie cookie, JsonMapper json) {
        this.keycloak = keycloak;
        this.cookie = cookie;
        this.json = json;
    }

    /**
     * @param expiresIn seconds from now
     * @param refreshToken null for browsers, whose refresh token is in the cookie
     */
    record Session(
            String accessToken, long expiresIn, @Nullable String refreshToken) {}

    Mono<ServerResponse> refresh(ServerRequest request) {
        return SessionWish.of(request, json).flatMap(wish -> refresh(wish, request));
    }

    private Mono<ServerResponse> refresh(SessionWish wish, ServerRequest request) {
        var token = token(wish, request);
        if (token == null) {
            return Mono.error(ended());
        }
        var inBody = wish.refreshToken() != null;
        return keycloak.renew(token).flatMap(outcome -> answer(outcome, inBody));
    }

    private Mono<ServerResponse> answer(SessionOutcome outcome, boolean inBody) {
        return switch (outcome) {
            case Renewed renewed -> renewed(renewed, inBody);
            case Ended over -> Mono.error(ended());
            case Away noAnswer -> Mono.error(away());
        };
    }

    /**
     * Everywhere takes the access token, which by now is checked: whoever merely found a refresh token can't sign others
     * out. Without any token nobody is signed in, which is what was asked for.
     */
    Mono<ServerResponse> signOut(ServerRequest request) {
        return SessionWish.of(request, json).flatMap(wish -> signOut(wish, request));
    }

    private Mono<ServerResponse> signOut(SessionWish wish, ServerRequest request) {
        if (wish.everywhere()) {
            var authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
            return authorization == null
                    ? Mono.error(new ProblemException(Problem.TOKEN_INVALID))
                    : keycloak.endAll(authorization).flatMap(this::signedOut);
        }
        var token = token(wish, request);
        return token == null ? signedOut(new Ended()) : keycloak.end(token).flatMap(this::signedOut);
    }

    private @Nullable String token(SessionWish wish, ServerRequest request) {
        return wish.refreshToken() != null ? wish.refreshToken() : cookie.in(request);
    }

    private Mono<ServerResponse> renewed(Renewed renewed, boolean inBody) {
        var answer = ServerResponse.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_JSON);
        if (!inBody) {
            answer.cookie(cookie.with(renewed.refreshToken(), Duration.ofSeconds(renewed.refreshExpiresIn())));
        }
        return answer.bodyValue(
                new Session(renewed.accessToken(), renewed.expiresIn(), inBody ? renewed.refreshToken() : null));
    }

    private Mono<ServerResponse> signedOut(SessionOutcome outcome) {
        if (outcome instanceof Away) {
            return Mono.error(away());
        }
        return ServerResponse.noContent().cookie(cookie.gone()).build();
    }

    private ProblemException ended() {
        return new ProblemException(
                Problem.SESSION_ENDED,
                Map.of(HttpHeaders.SET_COOKIE, cookie.gone().toString()));
    }

    private static ProblemException away() {
        return ProblemException.retryAfter(Problem.IDENTITY_UNAVAILABLE, KEYCLOAK_WAIT);
    }
}
