package cn.yuanlin.platform.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to many, and how far it got.
 *
 * @param reached the last subject that has its message; null if none has
 * @param isFannedOut whether everybody has
 */
record Broadcast(
        UUID id,
        String cause,
        Audience audience,
        Wording wording,
        @Nullable String reached,
        boolean isFannedOut) {
    /** The next people of a fixed audience, in the order in which {@link AudienceReader} gives those of a role. */
    static List<String> slice(List<String> sorted, @Nullable String after, int limit) {
        return sorted.stream()
                .filter(subject -> after == null || Utf8Order.INSTANCE.compare(subject, after) > 0)
                .limit(limit)
                .toList();
    }
}
