package cn.yuanlin.admin.office;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office as the console shows it.
 *
 * @param estates estates below it; of a street: below its communities
 * @param staff active members of staff of this very office
 */
@Schema(name = "Office")
record OfficeView(
        UUID id,
        OfficeKind kind,
        String name,
        City city,
        @Nullable Parent parent,
        int estates,
        int staff,
        Instant createdAt) {
    @Schema(name = "OfficeParent")
    record Parent(UUID id, String name) {}

    static OfficeView of(Office office, int estates, int staff) {
        var above = office.parent();
        var parent = above == null ? null : new Parent(above.id(), above.name());
        return new OfficeView(
                office.id(), office.kind(), office.name(), office.city(), parent, estates, staff, office.createdAt());
    }
}
