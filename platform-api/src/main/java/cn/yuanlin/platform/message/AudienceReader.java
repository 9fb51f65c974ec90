package cn.yuanlin.platform.message;

import cn.yuanlin.platform.access.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows who has which role in the estate that is bound. Each feature that gives roles provides one, as a bean. */
public interface AudienceReader {
    /**
     * Called in a transaction of the estate.
     *
     * @param after the last subject of the slice before; null for the first
     * @return subjects in ascending order of their UTF-8 bytes (collation "C"), each once
     */
    List<String> holders(Set<Role> roles, @Nullable String after, int limit);
}
