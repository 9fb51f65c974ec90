package cn.yuanlin.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of one gateway; with several replicas each counts for itself.
 *
 * @param person per subject of a token
 * @param address per address, for requests without a token; a whole estate may share one (carrier NAT)
 * @param estate all requests to one estate
 * @param application committees' applications from one address, token or not: the only form open to everybody
 * @param recognition requests from one address that say who somebody is (SMS codes, WeChat codes), token or not; a
 *     whole estate may share the address
 * @param remembered how many clients, and how many estates, are kept in memory
 * @param body largest body
 * @param upload largest body where files are taken
 */
@ConfigurationProperties("yuanlin.gateway.limit")
public record LimitSettings(
        Rate person,
        Rate address,
        Rate estate,
        Rate application,
        Rate recognition,
        int remembered,
        DataSize body,
        DataSize upload) {

    /**
     * @param perSecond requests that come free again each second; below 1 is fine
     * @param burst requests that may come at once
     */
    public record Rate(double perSecond, long burst) {
        /** How long a bucket takes from empty to full. */
        Duration window() {
            return Duration.ofMillis(Math.max(1, Math.round(1_000 * burst / perSecond)));
        }
    }
}
