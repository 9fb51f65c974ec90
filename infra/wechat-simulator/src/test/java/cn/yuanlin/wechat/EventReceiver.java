package cn.yuanlin.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The mini program's server, as far as WeChat pushes events to it. */
final class EventReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures;

    /** @param failures how often it answers 500 first */
    EventReceiver(int failures) throws IOException {
        this.failures = new AtomicInteger(failures);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::receive);
        server.start();
    }

    /** An event, and by which query it is signed. */
    record Received(Request request) {
        String body() {
            return request.body();
        }

        String parameter(String name) {
            return request.parameter(name);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/events?estate=one");
    }

    List<Received> received() {
        return received;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var query = exchange.getRequestURI().getRawQuery();
            received.add(new Received(Request.of("POST", "/events", query, body)));
            exchange.sendResponseHeaders(failures.getAndDecrement() > 0 ? 500 : 200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
