package cn.yuanlin.gateway.route;

import cn.yuanlin.gateway.token.ServiceToken;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Asks tenant-admin again and again for the route table. Its silence changes nothing: the table in use stays. */
@Component
class RoutePoller implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RoutePoller.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final double JITTER = 0.2;

    private final HttpClient http;
    private final ServiceToken token;
    private final Routes routes;
    private final RouteSettings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;
    // Never kept on disk: a tenant-admin set up anew may give the same tag to another table.
    private @Nullable String etag;
    // Each trouble is logged once: a table refused right after an outage must be read of as well.
    private String trouble = "";
    private volatile @Nullable Instant confirmedAt;

    RoutePoller(
            HttpClient http,
            ServiceToken token,
            Routes routes,
            RouteSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.http = http;
        this.token = token;
        this.routes = routes;
        this.settings = settings;
        this.clock = clock;
        meters.gauge("yuanlin.gateway.routes", routes, Routes::size);
        meters.gauge("yuanlin.gateway.routes.age.seconds", this, RoutePoller::ageInSeconds);
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("route-poller").daemon().factory());
        thread.execute(this::pollAndGoOn);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void pollAndGoOn() {
        try {
            poll();
            confirmedAt = clock.instant();
            if (!trouble.isEmpty()) {
                log.info("Route table fetched again");
            }
            trouble = "";
        } catch (IOException | RuntimeException away) {
            if (!away.toString().equals(trouble)) {
                log.warn("No new route table, going on with {} estates: {}", routes.size(), away.toString());
            }
            trouble = away.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        var next = thread;
        if (next != null && !next.isShutdown()) {
            next.schedule(this::pollAndGoOn, pauseMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void poll() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.tenantAdminUrl() + "/internal/routes"))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.get());
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        var answer = http.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        switch (answer.statusCode()) {
            case 200 -> {
                routes.adopt(answer.body());
                etag = answer.headers().firstValue("ETag").orElse(null);
            }
            case 304 -> log.debug("Route table unchanged");
            case 401, 403 -> {
                token.discard();
                throw new IOException("tenant-admin refused our token: " + answer.statusCode());
            }
            default -> throw new IOException("tenant-admin answered " + answer.statusCode());
        }
    }

    private long pauseMillis() {
        double spread = 1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Math.round(settings.pollEvery().toMillis() * spread);
    }

    /** Seconds since tenant-admin last confirmed the table; NaN before it ever did. */
    private double ageInSeconds() {
        var confirmed = confirmedAt;
        return confirmed == null
                ? Double.NaN
                : Duration.between(confirmed, clock.instant()).toSeconds();
    }
}
