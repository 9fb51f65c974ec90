package cn.yuanlin.gateway.cell;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How services are called. Everything counts per service: one cell's trouble takes nothing from another.
 *
 * @param publicUrl what people typed, told to the service in X-Forwarded-Proto and -Host
 * @param connections most connections to one service
 * @param waiting most requests that wait for one
 * @param waitTimeout how long they wait
 * @param connectTimeout for a new connection
 * @param idleTimeout after which a kept connection is closed; shorter than the services' own, or they close first
 * @param responseTimeout longest silence of a service once it has the whole request; a sender's slowness never counts
 * @param transferTimeout the same for uploads and exports
 * @param retries further tries of a GET or HEAD that found nobody
 * @param retryPause before the first further try; doubled for each, give or take half
 * @param retryShare further tries per request, over time: in an outage retries add at most this much load
 * @param breaker when a service is left alone for a while
 */
@ConfigurationProperties("yuanlin.gateway.cell")
record CellSettings(
        URI publicUrl,
        int connections,
        int waiting,
        Duration waitTimeout,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration responseTimeout,
        Duration transferTimeout,
        int retries,
        Duration retryPause,
        double retryShare,
        Breaker breaker) {

    /**
     * @param calls how many of the last calls count
     * @param minimumCalls fewer say nothing
     * @param failurePercent share of failures that opens it
     * @param openFor how long it stays open
     * @param trialCalls how many calls may try then
     */
    record Breaker(int calls, int minimumCalls, float failurePercent, Duration openFor, int trialCalls) {}
}
