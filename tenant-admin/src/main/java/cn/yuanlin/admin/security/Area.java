package cn.yuanlin.admin.security;

import java.util.Set;
import java.util.UUID;

/**
 * What a caller answers for: everything, or some offices. A street's area holds the street and its communities.
 *
 * @param everywhere true for platform administrators
 * @param offices the offices of the area; empty when {@code everywhere}
 */
public record Area(boolean everywhere, Set<UUID> offices) {
    public static final Area EVERYWHERE = new Area(true, Set.of());
    public static final Area NOWHERE = new Area(false, Set.of());

    public Area {
        offices = Set.copyOf(offices);
    }

    public static Area of(Set<UUID> offices) {
        return new Area(false, offices);
    }

    public boolean covers(UUID office) {
        return everywhere || offices.contains(office);
    }

    /** For SQL: {@code (:everywhere or office_id = any(:offices))}. */
    public UUID[] officeArray() {
        return offices.toArray(UUID[]::new);
    }
}
