package cn.yuanlin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service's HTTP address and somebody who may use it; a token is fetched once in two minutes, not for each call. */
final class Door {
    private static final long TOKEN_NANOS = Duration.ofMinutes(2).toNanos();
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Supplier<String> signIn;
    private String token = "";
    private long tokenSince;

    /** @param base the address that paths are appended to */
    Door(String base, Supplier<String> signIn) {
        this.base = base;
        this.signIn = signIn;
    }

    /** Fetches a token now, so that the next call is nothing but that call. */
    synchronized void signInNow() {
        token = signIn.get();
        tokenSince = System.nanoTime();
    }

    JsonNode get(String path) {
        return succeed(signed(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return succeed(signed(path).header("Content-Type", "application/json").POST(json(body)));
    }

    JsonNode put(String path, Map<String, ?> body) {
        return succeed(signed(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    /** Posts a workbook. */
    JsonNode upload(String path, byte[] workbook) {
        return succeed(signed(path)
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("X-File-Name", "bench.xlsx")
                .POST(BodyPublishers.ofByteArray(workbook)));
    }

    JsonNode putFile(String path, byte[] file) {
        return succeed(signed(path)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", "bench.xlsx")
                .PUT(BodyPublishers.ofByteArray(file)));
    }

    /** Posts for a file, and throws it away. */
    void download(String path, Map<String, ?> body) {
        var answer =
                send(signed(path).header("Content-Type", "application/json").POST(json(body)));
        if (answer.statusCode() >= 300)
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }

    /** What anybody gets there, without a token. @return the HTTP status */
    int look(String path) {
        return send(request(path).GET()).statusCode();
    }

    private HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + token());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > TOKEN_NANOS) signInNow();
        return token;
    }

    private static JsonNode succeed(HttpRequest.Builder request) {
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty()
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new IllegalStateException(request.uri() + " failed", fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
