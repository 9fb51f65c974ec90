package cn.yuanlin.admin.estate;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which estates are wanted; absent parts do not narrow.
 *
 * @param office a community, or a street with all below it
 * @param q part of the name or of the slug
 */
public record EstateQuery(
        @Nullable EstateState state,
        @Nullable UUID office,
        @Nullable String q) {}
