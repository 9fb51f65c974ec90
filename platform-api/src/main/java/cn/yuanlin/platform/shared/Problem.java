package cn.yuanlin.platform.shared;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** One refusal as RFC 9457 says it: answered by a controller, or raised where no controller is near. */
public final class Problem {
    private final ProblemType type;
    private String detail;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();
    private @Nullable Integer retryAfterSeconds;

    /** What is wrong with one field, in words for the person who filled it in. */
    public record FieldError(String field, String detail) {}

    private Problem(ProblemType type) {
        this.type = type;
        this.detail = type.detail();
    }

    public static Problem of(ProblemType type) {
        return new Problem(type);
    }

    /** A 400 that names one field. */
    public static Problem field(String field, String detail) {
        return of(CommonProblem.INVALID).error(field, detail);
    }

    public Problem detail(String text) {
        detail = text;
        return this;
    }

    public Problem error(String field, String text) {
        errors.add(new FieldError(field, text));
        return this;
    }

    /** Adds a member beside the standard ones. */
    public Problem with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Tells the client when trying again makes sense. */
    public Problem retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public ProblemException raise() {
        return new ProblemException(this);
    }

    public ProblemDetail body() {
        var body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(URI.create("/problems/" + type.slug()));
        body.setTitle(type.title());
        members.forEach(body::setProperty);
        if (!errors.isEmpty()) body.setProperty("errors", List.copyOf(errors));
        body.setProperty("requestId", MDC.get("requestId"));
        return body;
    }

    public ResponseEntity<ProblemDetail> answer() {
        var answer = ResponseEntity.status(type.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfterSeconds != null) answer.header("Retry-After", String.valueOf(retryAfterSeconds));
        return answer.body(body());
    }
}
