package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.keycloak.Organizations;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the first committee member's account back, for a run that is undone and for an estate that is deleted. */
@Component
public class Invitations {
    private final InvitationStore store;
    private final Accounts accounts;
    private final Organizations organizations;

    Invitations(InvitationStore store, Accounts accounts, Organizations organizations) {
        this.store = store;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    /** Harmless to repeat. */
    public void withdraw(UUID estate) {
        store.find(estate)
                .flatMap(invitation -> accounts.find(invitation.username()))
                // Never somebody's of an office, who came to the name between the intent and the account.
                .filter(account -> account.offices().isEmpty())
                .ifPresent(account -> {
                    organizations.removeMember(estate, account.subject());
                    accounts.delete(account.subject());
                });
        store.delete(estate);
    }
}
