package cn.yuanlin.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that sends what it is told and judges nothing. Immutable: {@code http.as(token).get("/api/...")}. */
public record Http(String base, List<String> headers) {
    private static final HttpClient CLIENT = client();
    private static final JsonMapper JSON = new JsonMapper();

    public Http(String base) {
        this(base, List.of());
    }

    public Http as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Http with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Http(base, List.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer post(String path, @Nullable Object json) {
        return send("POST", path, json);
    }

    public Answer put(String path, @Nullable Object json) {
        return send("PUT", path, json);
    }

    /** Sends bytes as they are. */
    public Answer putBytes(String path, byte[] body) {
        return exchange(request(path)
                .PUT(BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/octet-stream"));
    }

    /** Sends bytes as they are. */
    public Answer postBytes(String path, byte[] body) {
        return exchange(request(path)
                .POST(BodyPublishers.ofByteArray(body))
                .setHeader("Content-Type", "application/octet-stream"));
    }

    /** Sends text under any media type. */
    public Answer putText(String path, String body, String mediaType) {
        return exchange(request(path).PUT(BodyPublishers.ofString(body)).setHeader("Content-Type", mediaType));
    }

    /** Sends bytes without saying beforehand how many. */
    public Answer putStream(String path, java.io.InputStream body) {
        return exchange(request(path)
                .PUT(BodyPublishers.ofInputStream(() -> body))
                .setHeader("Content-Type", "application/octet-stream"));
    }

    /** Sends bytes without saying beforehand how many. */
    public Answer postStream(String path, java.io.InputStream body) {
        return exchange(request(path)
                .POST(BodyPublishers.ofInputStream(() -> body))
                .setHeader("Content-Type", "application/octet-stream"));
    }

    public Answer send(String method, String path, @Nullable Object json) {
        var request = request(path);
        if (json == null) return exchange(request.method(method, BodyPublishers.noBody()));
        var body = json instanceof String raw ? raw : JSON.writeValueAsString(json);
        return exchange(
                request.method(method, BodyPublishers.ofString(body)).setHeader("Content-Type", "application/json"));
    }

    /** Gives idle connections up before the service closes them, which it does after 10 s: a PUT is not sent again by itself. */
    private static HttpClient client() {
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
        return HttpClient.newHttpClient();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
        return request;
    }

    private static Answer exchange(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
