package cn.yuanlin.admin.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.springframework.stereotype.Component;

/**
 * The realm's organizations, one per estate; its alias is the estate's id. Every method may be repeated at will. All
 * throw a {@link cn.yuanlin.admin.shared.Refusal} of type {@link KeycloakProblem#UNAVAILABLE} while Keycloak is away.
 */
@Component
public class Organizations {
    /** Searchable, as aliases are not. */
    private static final String ESTATE = "estate";

    private final RealmCalls realm;

    Organizations(RealmCalls realm) {
        this.realm = realm;
    }

    /**
     * Makes the estate's organization, or renames the one that is there.
     *
     * @return Keycloak's id of it
     */
    public String ensureOrganization(UUID estate, String name) {
        var found = find(estate);
        if (found.isEmpty()) {
            realm.tell(it -> it.organizations().create(organization(estate, name)), 409);
            found = find(estate);
        }
        var organization = found.orElseThrow(() -> new IllegalStateException("another organization bears this name"));
        if (!name.equals(organization.getName())) {
            organization.setName(name);
            realm.tell(it -> it.organizations().get(organization.getId()).update(organization));
        }
        return organization.getId();
    }

    /** Its members keep their accounts. */
    public void deleteOrganization(UUID estate) {
        find(estate)
                .ifPresent(it -> realm.tell(
                        keycloak -> keycloak.organizations().get(it.getId()).delete(), 404));
    }

    /** @throws IllegalStateException if the estate has no organization */
    public void addMember(UUID estate, UUID subject) {
        var organization = find(estate).orElseThrow(() -> new IllegalStateException("no organization yet"));
        realm.tell(it -> it.organizations().get(organization.getId()).members().addMember(subject.toString()), 409);
    }

    public void removeMember(UUID estate, UUID subject) {
        find(estate)
                .ifPresent(organization -> realm.tell(
                        it -> it.organizations()
                                .get(organization.getId())
                                .members()
                                .member(subject.toString())
                                .delete(),
                        404,
                        400));
    }

    private Optional<OrganizationRepresentation> find(UUID estate) {
        return realm.ask(it -> it.organizations().searchByAttribute(ESTATE + ":" + estate)).stream()
                .filter(organization -> estate.toString().equals(organization.getAlias()))
                .findFirst();
    }

    private static OrganizationRepresentation organization(UUID estate, String name) {
        var organization = new OrganizationRepresentation();
        organization.setAlias(estate.toString());
        organization.setName(name);
        organization.setEnabled(true);
        organization.setAttributes(Map.of(ESTATE, List.of(estate.toString())));
        return organization;
    }
}
