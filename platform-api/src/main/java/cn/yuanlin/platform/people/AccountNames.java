package cn.yuanlin.platform.people;

import java.util.Collection;
import java.util.Map;

/** What accounts that acted here are called. A feature that ties accounts to people provides it, as a bean. Runs in the caller's transaction. */
public interface AccountNames {
    /** By subject; without those of whom nothing is known. */
    Map<String, String> of(Collection<String> subjects);
}
