package cn.yuanlin.platform.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** This service's own token: realm role {@code people-reader}, fetched when it is first needed. */
@Component
class ServiceToken {
    /** A token is renewed this long before it dies, so that no call carries one that dies on its way. */
    private static final long SPARE_SECONDS = 30;

    private static final Held NONE = new Held("", Instant.EPOCH);

    private final IdentitySettings settings;
    private final RestClient http;
    private final Clock clock;
    private Held held = NONE;

    ServiceToken(IdentitySettings settings, Clock clock) {
        this.settings = settings;
        this.http = client(settings);
        this.clock = clock;
    }

    static RestClient client(IdentitySettings settings) {
        var transport = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        transport.setReadTimeout(settings.timeout());
        return RestClient.builder().requestFactory(transport).build();
    }

    /** @throws RestClientException if Keycloak can't be asked, or refuses */
    synchronized String bearer() {
        var now = clock.instant();
        if (!held.until().isAfter(now)) {
            var granted = grant();
            held = new Held(granted.token(), now.plusSeconds(granted.expiresIn() - SPARE_SECONDS));
        }
        return held.token();
    }

    /** Somebody would not take this token, though it is not old: the next call gets another. */
    synchronized void discard(String token) {
        if (held.token().equals(token)) held = NONE;
    }

    private Granted grant() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        var granted = http.post()
                .uri(settings.tokenUrl())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Granted.class);
        if (granted == null) throw new RestClientException("an answer without a token");
        return granted;
    }

    private record Held(String token, Instant until) {
        @Override
        public String toString() {
            return "Held[" + until + "]";
        }
    }

    private record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long expiresIn) {}
}
