package cn.yuanlin.admin.office;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A member of staff as the console shows it. */
@Schema(name = "Staff")
record StaffView(UUID id, String username, String name, OfficeLabel office, Standing state, Instant createdAt) {
    /** Whether the person has access, whatever Keycloak has heard of it. */
    @Schema(name = "StaffStanding")
    enum Standing {
        ACTIVE,
        REMOVED
    }

    @Schema(name = "StaffOffice")
    record OfficeLabel(UUID id, String name) {}

    static StaffView of(Staff staff) {
        return new StaffView(
                staff.id(),
                staff.username(),
                staff.name(),
                new OfficeLabel(staff.office(), staff.officeName()),
                staff.state() == StaffState.ACTIVE ? Standing.ACTIVE : Standing.REMOVED,
                staff.createdAt());
    }
}
