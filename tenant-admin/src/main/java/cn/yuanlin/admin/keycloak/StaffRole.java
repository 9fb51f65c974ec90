package cn.yuanlin.admin.keycloak;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.springframework.stereotype.Component;

/** The realm role {@code office-staff} on accounts. Asked for by way of an account: we may not read the realm. */
@Component
class StaffRole {
    private static final String NAME = "office-staff";

    private final RealmCalls realm;

    StaffRole(RealmCalls realm) {
        this.realm = realm;
    }

    void grant(UUID subject) {
        of(subject, roles -> {
            if (named(roles.listAll()).isEmpty()) {
                roles.add(named(roles.listAvailable()));
            }
            return subject;
        });
    }

    void drop(UUID subject) {
        of(subject, roles -> {
            var held = named(roles.listAll());
            if (!held.isEmpty()) {
                roles.remove(held);
            }
            return subject;
        });
    }

    private void of(UUID subject, Function<RoleScopeResource, UUID> act) {
        realm.ask(it -> act.apply(it.users().get(subject.toString()).roles().realmLevel()));
    }

    private static List<RoleRepresentation> named(List<RoleRepresentation> roles) {
        return roles.stream().filter(role -> role.getName().equals(NAME)).toList();
    }
}
