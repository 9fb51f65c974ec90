package cn.yuanlin.admin.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents as RFC 9457 has them, the same from controllers, filters and the security chain. */
@Component
public class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    static ProblemDetail document(Refusal refusal) {
        var document = ProblemDetail.forStatus(refusal.type().status());
        document.setType(URI.create("/problems/" + refusal.type().slug()));
        document.setTitle(refusal.type().title());
        document.setDetail(refusal.message());
        if (!refusal.errors().isEmpty()) {
            document.setProperty("errors", refusal.errors());
        }
        refusal.members().forEach(document::setProperty);
        RequestId.current().ifPresent(id -> document.setProperty("requestId", id));
        return document;
    }

    /** Writes the problem where no controller was reached. */
    public void write(HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.type().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document(refusal)));
    }
}
