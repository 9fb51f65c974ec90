package cn.yuanlin.admin.office;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many estates stand below communities; the feature that keeps estates implements it. */
public interface EstateCounts {
    /** @return the number by community; communities without estates may be missing */
    Map<UUID, Integer> byCommunity(Collection<UUID> communities);
}
