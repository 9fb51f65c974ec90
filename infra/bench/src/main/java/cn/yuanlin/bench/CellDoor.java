package cn.yuanlin.bench;

import cn.yuanlin.local.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A cell's internal door, used as tenant-admin uses it. */
final class CellDoor {
    private static final Duration TOKEN_FOR = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Platform platform;
    private final String cell;
    private String token = "";
    private Instant tokenUntil = Instant.EPOCH;

    CellDoor(Platform platform, String cell) {
        this.platform = platform;
        this.cell = cell;
    }

    /** An estate that exists for measuring only. */
    record BenchEstate(UUID id, String slug, String schema) {
        static BenchEstate number(int number) {
            // The shape of a version 7 id; its last 12 digits name the schema.
            var id = new UUID(0x0190_0000_0000_7000L | number, 0x8000_0000_0000_0000L | number);
            var digits = id.toString().substring(24);
            return new BenchEstate(id, "bench-" + number, "e_" + digits);
        }
    }

    void register(BenchEstate estate) {
        put(
                "/internal/estates/" + estate.id(),
                Map.of(
                        "schema",
                        estate.schema(),
                        "slug",
                        estate.slug(),
                        "name",
                        "测试小区" + estate.slug(),
                        "city",
                        "NINGBO",
                        "communityId",
                        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0001L),
                        "communityName",
                        "测试社区",
                        "streetId",
                        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0002L),
                        "streetName",
                        "测试街道"));
    }

    void makeSchema(BenchEstate estate) {
        put("/internal/estates/" + estate.id() + "/schema", Map.of());
    }

    void activate(BenchEstate estate) {
        put("/internal/estates/" + estate.id() + "/state", Map.of("state", "ACTIVE"));
    }

    int schemaVersion(BenchEstate estate) {
        return send(HttpRequest.newBuilder(at("/internal/estates/" + estate.id()))
                        .header("Authorization", "Bearer " + token())
                        .build())
                .path("schemaVersion")
                .asInt();
    }

    /** Reads what anybody may read of the estate. */
    JsonNode look(BenchEstate estate) {
        return send(HttpRequest.newBuilder(at("/api/estates/" + estate.slug())).build());
    }

    private void put(String path, Map<String, ?> body) {
        send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build());
    }

    private synchronized String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            var keycloak = platform.keycloak();
            token = keycloak.admin().serviceToken("tenant-admin", keycloak.clientSecret("tenant-admin"), "");
            tokenUntil = Instant.now().plus(TOKEN_FOR);
        }
        return token;
    }

    private URI at(String path) {
        return URI.create(platform.service("platform-api-" + cell).url() + path);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty()
                    ? JsonMapper.shared().nullNode()
                    : JsonMapper.shared().readTree(answer.body());
        } catch (IOException fault) {
            throw new IllegalStateException(request.uri() + " failed", fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
