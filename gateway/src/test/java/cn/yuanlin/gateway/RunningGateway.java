package cn.yuanlin.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway as it runs, on free ports, asked over real HTTP. */
class RunningGateway implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningGateway start(KeycloakStub keycloak, TenantAdminStub tenantAdmin, Path routesFile, String... more) {
        var options = new ArrayList<>(List.of(
                "--logging.structured.format.console=",
                "--server.port=0",
                "--management.server.port=" + freePort(),
                "--yuanlin.issuer=" + KeycloakStub.ISSUER,
                "--yuanlin.public-url=https://yuanlin.example.org",
                "--yuanlin.keycloak-url=" + keycloak.backend.url(),
                "--yuanlin.gateway.token.client-secret=of-tests",
                "--yuanlin.gateway.session.client-secret=of-residents",
                "--yuanlin.gateway.token.jwks-url=" + keycloak.backend.url() + "/certs",
                "--yuanlin.gateway.token.keys-min-interval=0s",
                "--yuanlin.gateway.route.tenant-admin-url=" + tenantAdmin.backend.url(),
                "--yuanlin.gateway.route.file=" + routesFile,
                "--yuanlin.gateway.route.poll-every=50ms"));
        options.addAll(List.of(more));
        return new RunningGateway(new SpringApplicationBuilder(Gateway.class).run(options.toArray(String[]::new)));
    }

    /** The framework keeps routes off the management port only if that port was named. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    RunningGateway knowing(String slug) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/estates/" + slug).statusCode() != 404
                        && get("/api/estates/" + slug).statusCode() != 503);
        return this;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String managementUrl() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("management.server.port");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> manage(String path) {
        return send(HttpRequest.newBuilder(URI.create(managementUrl() + path)));
    }

    /** Writes bytes as they are and reads until the gateway closes: for what no decent client would send. */
    String raw(String text) {
        try (var socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
