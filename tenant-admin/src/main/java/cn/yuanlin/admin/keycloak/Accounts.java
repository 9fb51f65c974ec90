package cn.yuanlin.admin.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/**
 * People's accounts in the realm. Every method may be repeated at will. All throw a
 * {@link cn.yuanlin.admin.shared.Refusal} of type {@link KeycloakProblem#UNAVAILABLE} while Keycloak is away.
 */
@Component
public class Accounts {
    /** Attribute that only administrators edit; becomes the claim of the same name. */
    private static final String OFFICES = "offices";
    /** What Keycloak still asks of whoever was given a password. */
    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private final RealmCalls realm;
    private final RealmRoles roles;

    Accounts(RealmCalls realm, RealmRoles roles) {
        this.realm = realm;
        this.roles = roles;
    }

    public Optional<Account> find(String username) {
        return realm.ask(it -> it.users().searchByUsername(username, true)).stream()
                .findFirst()
                .map(user -> account(user, false));
    }

    /** The account of that name, made without a password if there is none; an existing one is left as it is. */
    public Account ensureAccount(String username, String name) {
        return ensureAccount(username, name, Set.of());
    }

    /** As above; {@code offices} are given only to an account made here, whose makers know it by them after a crash. */
    public Account ensureAccount(String username, String name, Set<UUID> offices) {
        var existing = find(username);
        if (existing.isPresent()) {
            return existing.get();
        }
        var user = new UserRepresentation();
        user.setUsername(username);
        user.setFirstName(name);
        user.setEnabled(true);
        user.setAttributes(new HashMap<>(Map.of(OFFICES, texts(offices))));
        var created = realm.tell(it -> it.users().create(user), 409) != 409;
        return find(username)
                .map(found -> new Account(found.subject(), username, found.enabled(), found.offices(), created))
                .orElseThrow(() -> new IllegalStateException("an account was made and is not there"));
    }

    /** Sets the claimed offices; the realm role of staff comes with the first office and goes with the last. */
    public void setOffices(UUID subject, Set<UUID> offices) {
        change(subject, user -> {
            var attributes =
                    new HashMap<>(Optional.ofNullable(user.getAttributes()).orElseGet(HashMap::new));
            attributes.put(OFFICES, texts(offices));
            user.setAttributes(attributes);
        });
        if (offices.isEmpty()) {
            roles.drop(subject, RealmRoles.OFFICE_STAFF);
        } else {
            roles.grant(subject, RealmRoles.OFFICE_STAFF);
        }
    }

    /** A committee reads and exports everybody's data: from the first sign-in on a password is not enough. */
    public void demandSecondFactor(UUID subject) {
        roles.grant(subject, RealmRoles.COMMITTEE);
    }

    /** Whether its owner has signed in with a credential of their own: one is there, and none is still to be replaced. */
    public boolean used(UUID subject) {
        return realm.ask(it -> {
            var user = it.users().get(subject.toString());
            var pending = Optional.ofNullable(user.toRepresentation().getRequiredActions())
                    .orElse(List.of());
            return !pending.contains(CHOOSE_PASSWORD) && !user.credentials().isEmpty();
        });
    }

    /**
     * A fresh password that Keycloak makes its owner change at first sign-in. Earlier ones no longer work, and whoever
     * is signed in with one is signed out.
     */
    public String temporaryPassword(UUID subject) {
        var password = Passwords.initial();
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        with(subject, user -> {
            user.resetPassword(credential);
            user.logout();
        });
        return password;
    }

    public void enable(UUID subject) {
        change(subject, user -> user.setEnabled(true));
    }

    /** No more sign-ins, and every session ends. */
    public void disable(UUID subject) {
        change(subject, user -> user.setEnabled(false));
        with(subject, UserResource::logout);
    }

    public void delete(UUID subject) {
        realm.tell(it -> it.users().delete(subject.toString()), 404);
    }

    private void change(UUID subject, Consumer<UserRepresentation> change) {
        with(subject, user -> {
            var representation = user.toRepresentation();
            change.accept(representation);
            user.update(representation);
        });
    }

    private void with(UUID subject, Consumer<UserResource> act) {
        realm.ask(it -> {
            act.accept(it.users().get(subject.toString()));
            return subject;
        });
    }

    private static Account account(UserRepresentation user, boolean created) {
        var claimed = Optional.ofNullable(user.getAttributes())
                .map(attributes -> attributes.get(OFFICES))
                .orElse(List.of());
        return new Account(
                UUID.fromString(user.getId()),
                user.getUsername(),
                Boolean.TRUE.equals(user.isEnabled()),
                claimed.stream().map(UUID::fromString).collect(Collectors.toSet()),
                created);
    }

    private static List<String> texts(Set<UUID> offices) {
        return offices.stream().map(UUID::toString).sorted().toList();
    }
}
