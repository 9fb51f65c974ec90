package cn.yuanlin.admin.office;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office as its feature keeps it.
 *
 * @param parent the street of a community; null for a street
 */
public record Office(
        UUID id,
        OfficeKind kind,
        String name,
        City city,
        @Nullable OfficeRef parent,
        Instant createdAt) {
    /** Another office, by name. */
    public record OfficeRef(UUID id, String name) {}
}
