package cn.yuanlin.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The realm's public keys. Known keys go on working however long Keycloak is away; a set that was fetched replaces the
 * older one whole, so a key that Keycloak drops is dropped here.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(3);
    private static final long MOST_BYTES = 256 * 1024;

    private final HttpClient http;
    private final TokenSettings settings;
    private final Clock clock;
    private final AtomicReference<@Nullable CompletableFuture<Void>> fetching = new AtomicReference<>();
    private volatile JWKSet keys = new JWKSet();
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;

    SigningKeys(HttpClient http, TokenSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }

    boolean anyKnown() {
        return !keys.isEmpty();
    }

    /** The set in use; another object after every change. */
    JWKSet current() {
        return keys;
    }

    /**
     * Empty at once if the key is known, else once a fetch ended, whatever its outcome. At most one fetch runs, and none
     * sooner than the least interval after the last.
     */
    Mono<Void> lookFor(@Nullable String keyId) {
        var now = clock.instant();
        if (keyId != null && keys.getKeyByKeyId(keyId) != null) {
            if (fetchedAt.plus(settings.keysMaxAge()).isBefore(now)) {
                fetch(now);
            }
            return Mono.empty();
        }
        var running = fetch(now);
        return running == null ? Mono.empty() : Mono.fromFuture(running, true);
    }

    private @Nullable CompletableFuture<Void> fetch(Instant now) {
        var running = fetching.get();
        if (running != null || triedAt.isAfter(now.minus(settings.keysMinInterval()))) {
            return running;
        }
        var mine = new CompletableFuture<Void>();
        if (!fetching.compareAndSet(null, mine)) {
            return fetching.get();
        }
        triedAt = now;
        var request = HttpRequest.newBuilder(settings.jwksUrl())
                .timeout(FETCH_TIMEOUT)
                .build();
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES))
                .thenAccept(answer -> accept(answer.statusCode(), answer.body(), now))
                .whenComplete((done, fault) -> {
                    if (fault != null) {
                        log.warn(
                                "Keys of {} not fetched, going on with {} known: {}",
                                settings.jwksUrl(),
                                keys.size(),
                                fault.toString());
                    }
                    fetching.set(null);
                    mine.complete(null);
                });
        return mine;
    }

    private void accept(int status, String body, Instant now) {
        if (status != 200) {
            throw new IllegalStateException("HTTP " + status);
        }
        try {
            var fresh = JWKSet.parse(body);
            if (fresh.isEmpty()) {
                throw new IllegalStateException("no keys in the answer");
            }
            fetchedAt = now;
            if (!fresh.equals(keys)) {
                keys = fresh;
                log.info("Keys of {} fetched: {}", settings.jwksUrl(), fresh.size());
            }
        } catch (ParseException notKeys) {
            throw new IllegalStateException("not a key set", notKeys);
        }
    }
}
