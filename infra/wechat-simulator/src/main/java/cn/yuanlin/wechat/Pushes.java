package cn.yuanlin.wechat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Events that WeChat sends to the mini program's server by itself, as plain JSON, signed in the address. */
final class Pushes {
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NONCE_BYTES = 9;
    private static final int OK = 200;

    private final SimulatorSettings settings;
    private final Clock clock;
    private final PrintStream log;

    Pushes(SimulatorSettings settings, Clock clock, PrintStream log) {
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    /** Tells the result of a check, up to three times if nobody confirms it. Returns when it is told or given up. */
    void push(MediaChecks.Check check) {
        settings.push().ifPresent(target -> push(target, event(check)));
    }

    private Map<String, Object> event(MediaChecks.Check check) {
        var event = new HashMap<String, Object>(check.verdict().told());
        event.put("ToUserName", settings.appId());
        event.put("FromUserName", check.openid());
        event.put("CreateTime", clock.instant().getEpochSecond());
        event.put("MsgType", "event");
        event.put("Event", "wxa_media_check");
        event.put("appid", settings.appId());
        event.put("trace_id", check.traceId());
        event.put("version", 2);
        event.put("errcode", 0);
        event.put("errmsg", "ok");
        return event;
    }

    private void push(SimulatorSettings.Push target, Map<String, Object> event) {
        var request = HttpRequest.newBuilder(signed(target))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(event)))
                .build();
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (isConfirmed(client, request)) {
                    return;
                }
            }
        }
        log.println("Event " + event.get("trace_id") + " was not confirmed in " + ATTEMPTS + " attempts");
    }

    private static boolean isConfirmed(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException nobodyThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI signed(SimulatorSettings.Push target) {
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var nonce = RandomText.of(NONCE_BYTES);
        var separator = target.address().getQuery() == null ? "?" : "&";
        return URI.create(target.address() + separator + "signature=" + signature(target.token(), timestamp, nonce)
                + "&timestamp=" + timestamp + "&nonce=" + nonce);
    }

    /** SHA-1 of the three, sorted: that is how WeChat signs. */
    private static String signature(String token, String timestamp, String nonce) {
        var text = Stream.of(token, timestamp, nonce).sorted().collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
