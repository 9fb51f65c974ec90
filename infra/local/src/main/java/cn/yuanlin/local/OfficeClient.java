package cn.yuanlin.local;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One person at the public API, as the console would act for them. */
final class OfficeClient {
    /** Well below the five minutes that a token lives. */
    private static final long RENEW_AFTER_NANOS = Duration.ofMinutes(2).toNanos();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String api;
    private final Supplier<String> signIn;
    private String token = "";
    private long tokenSince;

    /**
     * @param api where its paths begin, such as the platform's part of the gateway
     * @param signIn gives a token; an empty one for somebody who is not known yet
     */
    OfficeClient(String api, Supplier<String> signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    JsonNode get(String path) {
        return Http.json(send(path, HttpRequest.Builder::GET));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return read(send(
                path,
                request -> request.header("Content-Type", "application/json").POST(Http.json(body))));
    }

    void put(String path, Map<String, ?> body) {
        send(path, request -> request.header("Content-Type", "application/json").PUT(Http.json(body)));
    }

    JsonNode upload(String path, Path file) {
        return read(send(path, request -> {
            try {
                return request.header("Content-Type", XLSX)
                        .header("X-File-Name", Http.encode(String.valueOf(file.getFileName())))
                        .POST(HttpRequest.BodyPublishers.ofFile(file));
            } catch (FileNotFoundException e) {
                throw new LocalException("The demo's workbook is missing: " + file, e);
            }
        }));
    }

    /** The first item of a list, however many pages it has, that is so. */
    Optional<JsonNode> find(String path, Predicate<JsonNode> wanted) {
        var after = "";
        do {
            var page = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + after);
            var found = items(page).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found;
            }
            after = page.path("next").isString()
                    ? "&after=" + Http.encode(page.get("next").asString())
                    : "";
        } while (!after.isEmpty());
        return Optional.empty();
    }

    private static Stream<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return answer.body().isBlank() ? JsonNodeFactory.instance.objectNode() : Http.json(answer);
    }

    private interface Body {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private HttpResponse<String> send(String path, Body body) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Http.send(body.of(request(path)));
            } catch (RefusedException e) {
                // Too many at once, or a service that has just come up: both pass.
                var passes = e.status() == 429 || e.status() == 503 || e.status() == 502;
                if (!passes || System.nanoTime() > end) {
                    throw e;
                }
                Waiting.pause(Duration.ofMillis(500));
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = Http.request(api + path);
        var now = token();
        return now.isEmpty() ? request : request.header("Authorization", "Bearer " + now);
    }

    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - tokenSince > RENEW_AFTER_NANOS) {
            token = signIn.get();
            tokenSince = System.nanoTime();
        }
        return token;
    }
}
