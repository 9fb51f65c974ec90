package cn.yuanlin.gateway.session;

import cn.yuanlin.gateway.problem.Problem;
import cn.yuanlin.gateway.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a front end asks for.
 *
 * @param refreshToken of a mini program; null from a browser, which has a cookie
 * @param everywhere whether every session shall end
 */
record SessionWish(@Nullable String refreshToken, boolean everywhere) {
    private static final long MOST_BYTES = 16 * 1024;
    private static final SessionWish NOTHING_SAID = new SessionWish(null, false);

    /** No body says nothing. */
    static Mono<SessionWish> of(ServerRequest request, JsonMapper json) {
        if (request.headers().contentLength().orElse(0) > MOST_BYTES) {
            return Mono.error(new ProblemException(Problem.BODY_TOO_LARGE));
        }
        return request.bodyToMono(String.class)
                .onErrorMap(DataBufferLimitException.class, tooLarge -> new ProblemException(Problem.BODY_TOO_LARGE))
                .map(body -> body.isBlank() ? NOTHING_SAID : parse(body, json))
                .defaultIfEmpty(NOTHING_SAID);
    }

    private static SessionWish parse(String body, JsonMapper json) {
        try {
            var said = json.readTree(body);
            var token = said.path("refreshToken");
            if (!said.isObject() || !(token.isMissingNode() || token.isNull() || token.isString())) {
                throw new ProblemException(Problem.MALFORMED_REQUEST);
            }
            return new SessionWish(
                    token.isString() ? token.asString() : null,
                    said.path("everywhere").asBoolean(false));
        } catch (JacksonException notJson) {
            throw new ProblemException(Problem.MALFORMED_REQUEST);
        }
    }

    @Override
    public String toString() {
        return "SessionWish[everywhere=" + everywhere + "]";
    }
}
