package cn.yuanlin.admin.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as a browser would: a method, a path, a token, a JSON body. */
public final class Api {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final Map<String, String> headers;

    public Api(String base) {
        this(base, Map.of());
    }

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Api as(String bearer) {
        return with("Authorization", "Bearer " + bearer);
    }

    /** The same caller, sending one more header. */
    public Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Posts bytes as a file of that name. */
    public Answer sendBytes(String path, String fileName, byte[] content) {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", java.net.URLEncoder.encode(fileName, UTF_8))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        return send(request.build());
    }

    /** @param body an object to be sent as JSON, or null */
    public Answer send(String method, String path, @Nullable Object body) {
        var request = request(path);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(int status, byte[] body, java.net.http.HttpHeaders headers) {
        public String text() {
            return new String(body, UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
