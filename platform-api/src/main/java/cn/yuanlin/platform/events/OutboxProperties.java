package cn.yuanlin.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how often to look for events that nobody in this process announced
 * @param attempts after so many failures an event is parked
 * @param firstPause before the second attempt; three times as long before each one after
 * @param sideBySide estates drained at a time
 * @param measureEvery how old the figures of the backlog may be
 * @param cleanEvery how often delivered events are forgotten
 * @param keepDone how long delivered events stay to be looked at
 */
@ConfigurationProperties("yuanlin.outbox")
record OutboxProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("7") int attempts,
        @DefaultValue("100ms") Duration firstPause,
        @DefaultValue("3") int sideBySide,
        @DefaultValue("15s") Duration measureEvery,
        @DefaultValue("10m") Duration cleanEvery,
        @DefaultValue("7d") Duration keepDone) {
    /** Before the attempt that follows so many failures. */
    Duration pauseAfter(int failures) {
        return firstPause.multipliedBy((long) Math.pow(3, failures - 1.0));
    }
}
