package cn.yuanlin.gateway;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that stands for another process. It can be stopped and come back at the same address. */
class Backend implements AutoCloseable {
    /** How it answers. */
    interface Handler {
        Answer answer(Seen request) throws IOException, InterruptedException;
    }

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }
    }

    /** What it was asked. */
    record Seen(String method, String uri, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return String.join("|", headers.getOrDefault(name, List.of()));
        }
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final InetSocketAddress address;
    private volatile Handler handler;
    private HttpServer server;
    private ExecutorService threads;

    Backend(Handler handler) {
        this.handler = handler;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.server = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.address = server.getAddress();
    }

    /** One that says who it is, which path and which estate it was asked for. */
    static Backend saying(String name) {
        return new Backend(request -> Answer.json(
                200,
                "{\"by\":\"" + name + "\",\"uri\":\"" + request.uri() + "\",\"estate\":\""
                        + request.header("X-estate-id") + "\"}"));
    }

    private HttpServer bind(InetSocketAddress at) {
        try {
            var fresh = HttpServer.create(at, 0);
            fresh.createContext("/", this::handle);
            fresh.setExecutor(threads);
            fresh.start();
            return fresh;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Seen(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            seen.add(request);
            var answer = handler.answer(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            boolean head = request.method().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    void answers(Handler other) {
        handler = other;
    }

    Seen last() {
        return seen.getLast();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    void comeBack() {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        // Whoever went on calling the closed port may have been given that very port for its own end.
        server = await().ignoreExceptions().until(() -> bind(address), Objects::nonNull);
    }

    @Override
    public void close() {
        stop();
    }
}
