package cn.yuanlin.platform.tasks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sideBySide tasks worked on at a time; each needs a connection now and then
 * @param poll how often to look for what is due
 * @param heartbeat a killed process' tasks go on elsewhere after four of them
 * @param retryAfter the first pause after a fault; twice as long after each one that follows, at most a day
 * @param stopWithin how long a process that ends waits for what is under way
 */
@ConfigurationProperties("yuanlin.tasks")
record TaskProperties(
        @DefaultValue("4") int sideBySide,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("10s") Duration stopWithin) {}
