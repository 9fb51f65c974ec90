package cn.yuanlin.platform.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** As much of S3 as is asked of it: one bucket in the path, over HTTP, signatures noted and not checked. */
final class S3Stand implements AutoCloseable {
    static final String BUCKET = "media";

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final Queue<String> signatures = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    S3Stand() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + BUCKET, this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Map<String, byte[]> objects() {
        return Map.copyOf(objects);
    }

    Queue<String> signatures() {
        return signatures;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        var path = exchange.getRequestURI().getPath();
        var key = path.length() <= BUCKET.length() + 2 ? "" : path.substring(BUCKET.length() + 2);
        var body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                send(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(key);
                send(exchange, 204, new byte[0]);
            }
            default -> {
                var found = objects.get(key);
                if (key.isEmpty())
                    send(exchange, 200, listing(exchange.getRequestURI().getQuery()));
                else if (found != null) send(exchange, 200, found);
                else send(exchange, 404, xml("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>"));
            }
        }
    }

    private byte[] listing(String query) {
        var prefix = query.replaceAll(".*(?:^|&)prefix=([^&]*).*", "$1");
        return xml("<ListBucketResult><IsTruncated>false</IsTruncated>"
                + objects.keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                        .collect(Collectors.joining())
                + "</ListBucketResult>");
    }

    private static byte[] xml(String content) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/octet-stream" : "application/xml");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
