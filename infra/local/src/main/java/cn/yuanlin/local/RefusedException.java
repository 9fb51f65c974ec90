package cn.yuanlin.local;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;

/** An HTTP answer that is no success. */
public final class RefusedException extends RuntimeException {
    private final int status;
    private final String body;

    RefusedException(HttpRequest request, HttpResponse<String> answer) {
        super("%s %s answered %d: %s".formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        this.status = answer.statusCode();
        this.body = answer.body();
    }

    /** The HTTP status, e.g. 403. */
    public int status() {
        return status;
    }

    /** Whether the answer is a problem of this type, e.g. {@code conflict}. */
    boolean is(String problem) {
        try {
            return Http.JSON.readTree(body).path("type").asString("").equals("/problems/" + problem);
        } catch (JacksonException noJson) {
            return false;
        }
    }
}
