package cn.yuanlin.bench;

import cn.yuanlin.local.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API of the control plane, used by the administrator of the platform. */
final class AdminDoor {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Platform platform;

    AdminDoor(Platform platform) {
        this.platform = platform;
    }

    JsonNode get(String path) {
        return send(request(path).build());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        var keycloak = platform.keycloak();
        var token = keycloak.admin().userToken("platform-admin", keycloak.platformAdminPassword(), "openid");
        return HttpRequest.newBuilder(
                        URI.create(platform.service("tenant-admin").url() + "/api/platform" + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException fault) {
            throw new IllegalStateException(request.uri() + " failed", fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
