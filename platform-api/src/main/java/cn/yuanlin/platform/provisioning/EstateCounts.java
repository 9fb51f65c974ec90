package cn.yuanlin.platform.provisioning;

import java.util.Map;

/** How much of what an estate has. A feature contributes its figures, as a bean. */
public interface EstateCounts {
    /** Called with the estate bound, in a transaction that only reads; names are plural nouns such as {@code units}. */
    Map<String, Long> counts();
}
