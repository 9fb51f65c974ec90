package cn.yuanlin.admin.office;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office to be.
 *
 * @param parent the street of a community; null for a street
 */
record OfficeDraft(
        OfficeKind kind,
        OfficeName name,
        City city,
        @Nullable UUID parent) {}
