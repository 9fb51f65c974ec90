package cn.yuanlin.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One event on its way to its listeners.
 *
 * @param event the same at every attempt
 * @param writtenAt when the transaction that caused it began
 */
public record Delivery(UUID event, Instant writtenAt) {}
