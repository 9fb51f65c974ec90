package cn.yuanlin.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests, lets go wrong what was ordered to, and writes answers. */
final class Door implements HttpHandler {
    private static final int MOST_BYTES = 256 * 1024;

    private final Routes routes;
    private final Faults faults;
    private final PrintStream log;

    Door(Routes routes, Faults faults, PrintStream log) {
        this.routes = routes;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closed without an answer, the connection ends: that is how an answer gets lost.
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                write(exchange, new Answer(413, Map.of("error", "More than " + MOST_BYTES + " bytes")));
                return;
            }
            var text = new String(body, StandardCharsets.UTF_8);
            var fault = faults.next(path);
            if (fault.isPresent() && fault.get() instanceof Fault.Failure(var errcode)) {
                write(exchange, failure(path, errcode));
                return;
            }
            var answer = answer(exchange, path, text);
            if (fault.isPresent() && fault.get() instanceof Fault.Latency(var delay)) {
                Thread.sleep(delay);
            }
            if (fault.isPresent() && fault.get() instanceof Fault.Cut) {
                return;
            }
            write(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange, String path, String body) {
        try {
            var query = exchange.getRequestURI().getRawQuery();
            return routes.answer(Request.of(exchange.getRequestMethod(), path, query, body));
        } catch (JacksonException notJson) {
            return isOurs(path) ? Answer.wrong("The body is no JSON") : Answer.refused(WechatError.NOT_JSON);
        } catch (IllegalArgumentException wrong) {
            return Answer.wrong("The request can't be read");
        } catch (RuntimeException e) {
            // Says what, never to whom: this goes to a log.
            var where = Arrays.stream(e.getStackTrace()).findFirst();
            log.println("Failed at " + exchange.getRequestMethod() + " " + path + ": "
                    + e.getClass().getName() + where.map(line -> " at " + line).orElse(""));
            return new Answer(500, Map.of("error", "The simulator failed"));
        }
    }

    private static Answer failure(String path, int errcode) {
        return isOurs(path)
                ? new Answer(503, Map.of("error", "Ordered to fail"))
                : Answer.refused(errcode, WechatError.message(errcode));
    }

    /** Paths that WeChat doesn't have, where statuses mean what they say. */
    private static boolean isOurs(String path) {
        return path.equals("/sms") || path.startsWith("/_simulator");
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        var body = JsonMapper.shared().writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
