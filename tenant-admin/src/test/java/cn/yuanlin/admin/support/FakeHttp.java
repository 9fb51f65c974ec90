package cn.yuanlin.admin.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small HTTP server whose answers are written as a table of routes. */
final class FakeHttp {
    static final JsonMapper JSON = new JsonMapper();

    private final List<Route> routes = new ArrayList<>();
    private final HttpServer server;

    /** What is answered to a matching request. */
    interface Handler {
        Answer answer(Request request) throws IOException;
    }

    /** @param body an object to be sent as JSON, bytes to be sent as they are, or null */
    record Answer(int status, Object body) {
        static Answer ok(Object body) {
            return new Answer(200, body);
        }

        static Answer problem(int status, String detail) {
            return new Answer(status, java.util.Map.of("detail", detail));
        }
    }

    record Request(HttpExchange exchange, MatchResult path, String query) {
        String part(int group) {
            return path.group(group);
        }

        byte[] body() throws IOException {
            return exchange.getRequestBody().readAllBytes();
        }

        JsonNode json() throws IOException {
            return JSON.readTree(body());
        }
    }

    private record Route(String method, Pattern path, Handler handler) {}

    FakeHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            for (var route : routes) {
                var match = route.path().matcher(uri.getPath());
                if (route.method().equals(exchange.getRequestMethod()) && match.matches()) {
                    var query = uri.getQuery() == null ? "" : uri.getQuery();
                    send(exchange, route.handler().answer(new Request(exchange, match.toMatchResult(), query)));
                    return;
                }
            }
            send(exchange, new Answer(501, null));
        } catch (RuntimeException fault) {
            send(exchange, new Answer(500, fault.toString()));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
        if (answer.body() == null) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        var bytes = answer.body() instanceof byte[] raw ? raw : JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders()
                .set("Content-Type", answer.body() instanceof byte[] ? "application/octet-stream" : "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
