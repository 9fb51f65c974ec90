package cn.yuanlin.gateway.token;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's own access token (client credentials), kept until shortly before it expires. One thread uses it. */
@Component
public class ServiceToken {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64 * 1024;

    private final HttpClient http;
    private final TokenSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    ServiceToken(HttpClient http, TokenSettings settings, JsonMapper json, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A token that holds for a while yet.
     *
     * @throws IOException if Keycloak is away or refuses
     */
    public synchronized String get() throws IOException, InterruptedException {
        if (clock.instant().isBefore(renewAt)) {
            return token;
        }
        var form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                + encoded(settings.clientSecret());
        var request = HttpRequest.newBuilder(settings.tokenUrl())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak answered " + answer.statusCode() + " to our request for a token");
        }
        var body = json.readTree(answer.body());
        token = body.path("access_token").asString("");
        var lifetime = Duration.ofSeconds(body.path("expires_in").asLong(0));
        // Where tokens live shorter than this, each use fetches one: slow, never wrong.
        renewAt = clock.instant().plus(lifetime).minus(RENEW_BEFORE);
        return token;
    }

    /** Forgets the token: the service it was shown to did not want it. */
    public synchronized void discard() {
        renewAt = Instant.MIN;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
