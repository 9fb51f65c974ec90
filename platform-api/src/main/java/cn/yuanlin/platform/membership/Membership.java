package cn.yuanlin.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tie of an account to a unit, or a guest's to the estate.
 *
 * @param name as the person gave it
 * @param door null for guests
 * @param unit null while no such door is on the roll
 * @param person as whom of the roll; null for family and tenants
 * @param until the last day; null for no end
 */
record Membership(
        UUID id,
        String subject,
        String name,
        Relation relation,
        Standing standing,
        @Nullable Door door,
        @Nullable UUID unit,
        @Nullable UUID person,
        @Nullable LocalDate until,
        Instant askedAt) {

    Membership with(Standing next) {
        return new Membership(id, subject, name, relation, next, door, unit, person, until, askedAt);
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "Membership[" + id + "]";
    }
}
