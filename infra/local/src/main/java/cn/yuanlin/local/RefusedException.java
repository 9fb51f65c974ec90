package cn.yuanlin.local;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An HTTP answer that is no success. */
public final class RefusedException extends RuntimeException {
    private final int status;

    RefusedException(HttpRequest request, HttpResponse<String> answer) {
        super("%s %s answered %d: %s".formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        this.status = answer.statusCode();
    }

    /** The HTTP status, e.g. 403. */
    public int status() {
        return status;
    }
}
