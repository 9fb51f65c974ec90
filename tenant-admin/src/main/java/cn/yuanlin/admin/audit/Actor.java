package cn.yuanlin.admin.audit;

import cn.yuanlin.admin.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who acted.
 *
 * @param subject Keycloak's id; null for the platform itself and for the public
 * @param name as shown in the console
 */
public record Actor(@Nullable String subject, String name) {
    public static final Actor PLATFORM = new Actor(null, "平台");
    public static final Actor PUBLIC = new Actor(null, "公众");

    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.name());
    }
}
