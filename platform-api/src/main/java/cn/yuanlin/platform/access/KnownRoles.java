package cn.yuanlin.platform.access;

import cn.yuanlin.platform.tenancy.CurrentEstate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the features that tie people to the estate say together, remembered for at most 20 seconds: so long a role that was taken away
 * may still work.
 */
@Component
public class KnownRoles {
    private static final Duration FOR = Duration.ofSeconds(20);

    private record Key(UUID estate, String subject) {}

    private final ObjectProvider<MembershipReader> memberships;
    private final ObjectProvider<Presence> presence;
    private final Cache<Key, Set<Role>> known =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(FOR).build();

    KnownRoles(ObjectProvider<MembershipReader> memberships, ObjectProvider<Presence> presence) {
        this.memberships = memberships;
        this.presence = presence;
    }

    Set<Role> rolesOf(String subject) {
        return known.get(new Key(CurrentEstate.get().id(), subject), key -> read(subject));
    }

    /** Makes this process look again. Call after the commit that changed a membership of the current estate. */
    public void forget(String subject) {
        known.invalidate(new Key(CurrentEstate.get().id(), subject));
    }

    private Set<Role> read(String subject) {
        var roles = EnumSet.noneOf(Role.class);
        memberships.forEach(reader -> roles.addAll(reader.rolesOf(subject)));
        if (!roles.isEmpty()) presence.forEach(told -> told.here(subject));
        return Set.copyOf(roles);
    }
}
