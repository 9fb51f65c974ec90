package cn.yuanlin.admin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null is not asked for.
 *
 * @param estate events about this estate
 * @param office events of this office and, if it is a street, of its communities
 * @param act exactly this act
 */
record AuditFilter(
        @Nullable UUID estate,
        @Nullable UUID office,
        @Nullable String act) {
    static final AuditFilter ALL = new AuditFilter(null, null, null);
}
