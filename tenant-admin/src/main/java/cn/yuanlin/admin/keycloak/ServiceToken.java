package cn.yuanlin.admin.keycloak;

import cn.yuanlin.admin.shared.Refusal;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Our own access token for calling cells: realm role {@code cell-operator}, none of our rights in Keycloak. */
@Component
public class ServiceToken {
    /** A token is renewed this long before it dies, so that no call carries one that dies on its way. */
    private static final long SPARE_SECONDS = 30;

    /** After a failure everybody is refused at once for this long, instead of queueing for a timeout each. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Held NONE = new Held("", Instant.EPOCH);

    private final KeycloakSettings settings;
    private final RestClient http;
    private final Clock clock;
    private Held held = NONE;
    private Instant awayUntil = Instant.EPOCH;

    ServiceToken(KeycloakSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var transport = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build());
        transport.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder().requestFactory(transport).build();
    }

    /** @throws cn.yuanlin.admin.shared.Refusal of type {@link KeycloakProblem#UNAVAILABLE} */
    public synchronized String bearer() {
        var now = clock.instant();
        if (held.until().isAfter(now)) {
            return held.token();
        }
        if (awayUntil.isAfter(now)) {
            throw away();
        }
        try {
            var granted = grant();
            held = new Held(granted.token(), now.plusSeconds(granted.expiresIn() - SPARE_SECONDS));
            return granted.token();
        } catch (RestClientException unreachable) {
            awayUntil = clock.instant().plus(PAUSE);
            var refusal = away();
            refusal.initCause(unreachable);
            throw refusal;
        }
    }

    /** Somebody would not take this token, though it is not old: the next call gets another. */
    public synchronized void discard(String token) {
        if (held.token().equals(token)) {
            held = NONE;
        }
    }

    private static Refusal away() {
        return KeycloakProblem.UNAVAILABLE.because("身份服务暂时无法使用，请稍后再试一次。");
    }

    private Granted grant() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.clientSecret());
        var granted = http.post()
                .uri(settings.url() + "/realms/{realm}/protocol/openid-connect/token", settings.realm())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Granted.class);
        if (granted == null) {
            throw new RestClientException("an answer without a token");
        }
        return granted;
    }

    private record Held(String token, Instant until) {}

    private record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long expiresIn) {}
}
