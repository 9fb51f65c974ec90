package cn.yuanlin.admin.keycloak;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.springframework.stereotype.Component;

/** Realm roles on accounts. Asked for by way of an account: we may not read the realm. */
@Component
class RealmRoles {
    static final String OFFICE_STAFF = "office-staff";
    /** Whoever has it signs in with a second factor. */
    static final String COMMITTEE = "committee";

    private final RealmCalls realm;

    RealmRoles(RealmCalls realm) {
        this.realm = realm;
    }

    /** @throws IllegalStateException if the realm has no such role: without it the account would be less than it must be */
    void grant(UUID subject, String name) {
        of(subject, roles -> {
            if (named(name, roles.listAll()).isEmpty()) {
                var available = named(name, roles.listAvailable());
                if (available.isEmpty()) {
                    throw new IllegalStateException("the realm has no role " + name);
                }
                roles.add(available);
            }
            return subject;
        });
    }

    void drop(UUID subject, String name) {
        of(subject, roles -> {
            var held = named(name, roles.listAll());
            if (!held.isEmpty()) {
                roles.remove(held);
            }
            return subject;
        });
    }

    private void of(UUID subject, Function<RoleScopeResource, UUID> act) {
        realm.ask(it -> act.apply(it.users().get(subject.toString()).roles().realmLevel()));
    }

    private static List<RoleRepresentation> named(String name, List<RoleRepresentation> roles) {
        return roles.stream().filter(role -> role.getName().equals(name)).toList();
    }
}
