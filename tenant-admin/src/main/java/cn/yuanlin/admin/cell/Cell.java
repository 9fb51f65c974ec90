package cn.yuanlin.admin.cell;

import org.jspecify.annotations.Nullable;

/**
 * One platform-api with its PostgreSQL.
 *
 * @param estates how many live here or are on their way in
 * @param capacity how many may
 * @param schemaVersion the newest schema version its release knows; null until it answered once
 */
public record Cell(
        String code,
        String url,
        CellState state,
        int estates,
        int capacity,
        @Nullable Integer schemaVersion,
        Health health) {}
