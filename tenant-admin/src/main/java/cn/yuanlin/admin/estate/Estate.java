package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.cell.Health;
import cn.yuanlin.admin.office.City;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One estate as staff see it.
 *
 * @param cell code of the cell it lives in; null until it is placed
 * @param schemaVersion of its schema; null until there is one
 * @param households units in its roll; null until imported
 * @param deleteAfter from then on an archived estate may be deleted
 * @param health of the cell it lives in
 * @param run the latest onboarding run
 * @param archive of its end; null unless that was asked for
 */
public record Estate(
        UUID id,
        String slug,
        String name,
        String address,
        Place community,
        Place street,
        City city,
        EstateState state,
        @Nullable String stateReason,
        @Nullable String cell,
        @Nullable Integer schemaVersion,
        @Nullable Integer households,
        Instant createdAt,
        @Nullable Instant activatedAt,
        @Nullable Instant suspendedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deleteAfter,
        Health health,
        @Nullable LatestRun run,
        @Nullable ArchiveProgress archive) {
    /** An office, by name. */
    public record Place(UUID id, String name) {}

    public record LatestRun(UUID id, String state) {}

    /**
     * How far export and deletion have come.
     *
     * @param state EXPORTING, EXPORTED, DELETING or DELETED
     * @param attempts of the present state that failed
     * @param detail why the last one did, in Chinese
     * @param fetchedAt when somebody first confirmed to have the whole export
     */
    public record ArchiveProgress(
            String state,
            int attempts,
            @Nullable String detail,
            @Nullable Instant fetchedAt) {}

    /** @throws IllegalStateException if it is not placed; from PROVISIONING on the database vouches that it is */
    public String requiredCell() {
        if (cell == null) {
            throw new IllegalStateException("estate " + id + " lives in no cell");
        }
        return cell;
    }
}
