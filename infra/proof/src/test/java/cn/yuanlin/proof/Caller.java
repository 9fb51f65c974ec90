package cn.yuanlin.proof;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP the way a phone, a browser or an attacker does. */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final HttpClient client;

    Caller(String base) {
        this(base, CLIENT);
    }

    private Caller(String base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /** The same door, called from another of this machine's own addresses ({@code 127.x.y.z}): limits are an address's. */
    Caller from(String address) {
        var elsewhere = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .localAddress(InetAddress.ofLiteral(address))
                .build();
        return new Caller(base, elsewhere);
    }

    /** What came back: status, text and the cookies set; {@link #json} where it is JSON. */
    record Answer(int status, String body, List<String> cookies) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The last part of the problem's type: which of them it is. */
        String problem() {
            var type = json().path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** The JSON of a success of any kind. */
        JsonNode created() {
            if (status >= 300) throw new AssertionError("Refused: " + this);
            return json();
        }

        Answer expecting(int expected) {
            if (status != expected) throw new AssertionError("Expected " + expected + " but got " + this);
            return this;
        }
    }

    Answer get(String path, @Nullable String token) {
        return call("GET", path, token, Map.of());
    }

    /** Anything but GET carries {@code {}}: whoever may not call must be refused before the body is looked at. */
    Answer call(String method, String path, @Nullable String token, Map<String, String> headers) {
        return call(method, path, token, headers, "{}");
    }

    Answer call(String method, String path, @Nullable String token, String body) {
        return call(method, path, token, Map.of(), body);
    }

    Answer call(String method, String path, @Nullable String token, Map<String, String> headers, String body) {
        var none = method.equals("GET") || method.equals("HEAD");
        return send(request(path, token, headers)
                .header("Content-Type", "application/json")
                .method(method, none ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    Answer post(String path, @Nullable String token, String json) {
        return send(request(path, token, Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    Answer upload(String path, @Nullable String token, Path file) {
        try {
            return send(request(path, token, Map.of("X-File-Name", String.valueOf(file.getFileName())))
                    .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .POST(BodyPublishers.ofFile(file))
                    .build());
        } catch (FileNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** As a value in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Answer form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, null, Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, @Nullable String token, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) request.header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().allValues("Set-Cookie"));
        } catch (IOException fault) {
            throw new AssertionError(request.method() + " " + request.uri() + " failed: " + fault, fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public String toString() {
        return base;
    }
}
