package cn.yuanlin.platform.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param template the kind of message, such as {@code ballot.opened}, for an icon
 * @param link a page of the app; null for none
 * @param readAt null until it is read
 */
record InboxMessage(
        UUID id,
        String template,
        String title,
        String body,
        @Nullable String link,
        Instant toldAt,
        @Nullable Instant readAt) {}
