package cn.yuanlin.admin.cell;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cell knows of one of its estates.
 *
 * @param state the cell's own word: STAGED, PROVISIONED, ACTIVE, SUSPENDED or ARCHIVED
 * @param schemaVersion null before the schema is made
 * @param registeredAt which registration this is; null if the cell's release does not tell
 * @param outboxPending with all that follows null if only the registration was asked for
 * @param archivePassphraseTaken whether anybody of the committee holds what opens the archive; null if the cell's
 *     release knows no such thing
 * @param counts rows by kind: buildings, units, owners, products, shops, funds, notices
 */
public record CellEstate(
        UUID id,
        String slug,
        String schema,
        String state,
        @Nullable Integer schemaVersion,
        @Nullable Instant registeredAt,
        @Nullable Long outboxPending,
        @Nullable Boolean archivePassphraseTaken,
        @Nullable Map<String, Long> counts) {}
