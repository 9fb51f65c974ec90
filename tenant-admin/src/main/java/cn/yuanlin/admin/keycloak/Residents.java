package cn.yuanlin.admin.keycloak;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/**
 * Residents' accounts in the realm: a verified phone and links to WeChat accounts, no password. Every method may be
 * repeated at will. All throw a {@link cn.yuanlin.admin.shared.Refusal} of type {@link KeycloakProblem#UNAVAILABLE}
 * while Keycloak is away.
 */
@Component
public class Residents {
    private static final String PHONE = "phone";
    private static final String VERIFIED_AT = "phoneVerifiedAt";

    private final RealmCalls realm;

    Residents(RealmCalls realm) {
        this.realm = realm;
    }

    /** The account of that name, made if there is none. */
    public UUID ensureResident(String username, VerifiedPhone phone) {
        return find(username).orElseGet(() -> {
            var user = new UserRepresentation();
            user.setUsername(username);
            user.setEnabled(true);
            user.setAttributes(attributes(phone));
            realm.tell(it -> it.users().create(user), 409);
            return find(username).orElseThrow(() -> new IllegalStateException("an account was made and is not there"));
        });
    }

    public Optional<VerifiedPhone> phoneOf(UUID subject) {
        var attributes = Optional.ofNullable(
                        realm.ask(it -> user(it, subject).toRepresentation()).getAttributes())
                .orElseGet(Map::of);
        return first(attributes, PHONE)
                .flatMap(number -> first(attributes, VERIFIED_AT)
                        .map(verifiedAt -> new VerifiedPhone(number, Instant.parse(verifiedAt))));
    }

    public void changePhone(UUID subject, VerifiedPhone phone) {
        realm.ask(it -> {
            var user = user(it, subject);
            var representation = user.toRepresentation();
            var attributes = new HashMap<>(
                    Optional.ofNullable(representation.getAttributes()).orElseGet(Map::of));
            attributes.putAll(attributes(phone));
            representation.setAttributes(attributes);
            user.update(representation);
            return subject;
        });
    }

    /** Whose account this outside one is linked to. */
    public Optional<UUID> linkedTo(String provider, String outsideId) {
        return realm
                .ask(it -> it.users().search(null, null, null, null, null, provider, outsideId, 0, 2, null, true))
                .stream()
                .findFirst()
                .map(user -> UUID.fromString(user.getId()));
    }

    /**
     * Links the account to this outside one and to no other of that provider.
     *
     * @return whether another link had to go for it
     */
    public boolean link(UUID subject, String provider, String outsideId) {
        if (add(subject, provider, outsideId)) {
            return false;
        }
        // One link per provider and account: it is there already, or another one has to go.
        if (links(subject).stream()
                .anyMatch(link -> link.getIdentityProvider().equals(provider) && outsideId.equals(link.getUserId()))) {
            return false;
        }
        unlink(subject, provider);
        add(subject, provider, outsideId);
        return true;
    }

    /** By which id that provider knows the person; empty if the account is linked to none of its. */
    public Optional<String> outsideId(UUID subject, String provider) {
        return links(subject).stream()
                .filter(link -> link.getIdentityProvider().equals(provider))
                .map(FederatedIdentityRepresentation::getUserId)
                .findFirst();
    }

    /** Whether the account is linked to one of that provider. */
    public boolean isLinked(UUID subject, String provider) {
        return outsideId(subject, provider).isPresent();
    }

    public void unlink(UUID subject, String provider) {
        if (isLinked(subject, provider)) {
            realm.ask(it -> {
                user(it, subject).removeFederatedIdentity(provider);
                return subject;
            });
        }
    }

    public void signOutEverywhere(UUID subject) {
        realm.ask(it -> {
            user(it, subject).logout();
            return subject;
        });
    }

    public void delete(UUID subject) {
        realm.tell(it -> it.users().delete(subject.toString()), 404);
    }

    private boolean add(UUID subject, String provider, String outsideId) {
        var link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(provider);
        link.setUserId(outsideId);
        link.setUserName(outsideId);
        return realm.tell(it -> user(it, subject).addFederatedIdentity(provider, link), 409) != 409;
    }

    private List<FederatedIdentityRepresentation> links(UUID subject) {
        return realm.ask(it -> user(it, subject).getFederatedIdentity());
    }

    private Optional<UUID> find(String username) {
        return realm.ask(it -> it.users().searchByUsername(username, true)).stream()
                .findFirst()
                .map(user -> UUID.fromString(user.getId()));
    }

    private static UserResource user(RealmResource realm, UUID subject) {
        return realm.users().get(subject.toString());
    }

    private static Map<String, List<String>> attributes(VerifiedPhone phone) {
        return Map.of(
                PHONE,
                List.of(phone.number()),
                VERIFIED_AT,
                List.of(phone.verifiedAt().toString()));
    }

    private static Optional<String> first(Map<String, List<String>> attributes, String name) {
        return Optional.ofNullable(attributes.get(name))
                .flatMap(values -> values.stream().findFirst());
    }
}
