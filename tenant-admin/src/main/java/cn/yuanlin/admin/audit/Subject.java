package cn.yuanlin.admin.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was acted upon.
 *
 * @param type a noun of the domain, e.g. {@code estate}
 * @param name as it was called then
 * @param office the office whose area it belongs to; null if only the platform may see the event
 */
public record Subject(
        String type, String id, String name, @Nullable UUID office) {}
