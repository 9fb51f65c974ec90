package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.estate.EstateState;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.security.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time passwords for the invited first committee member, made only when asked for. */
@Service
class CommitteeAccess {
    private final InvitationStore invitations;
    private final Estates estates;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CommitteeAccess(
            InvitationStore invitations,
            Estates estates,
            Accounts accounts,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.invitations = invitations;
        this.estates = estates;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Makes a password, as long as nobody has signed in with an earlier one: whoever is let in by it reads the roll. On
     * the record before it is made, in a transaction of its own, so that there is no password nobody can account for.
     */
    public AccessOutcome grant(Caller caller, UUID estateId) {
        var estate = estates.visible(caller, estateId);
        if (estate.state() != EstateState.ACTIVE && estate.state() != EstateState.SUSPENDED) {
            return new AccessOutcome.NotInvited();
        }
        var invitation = invitations.find(estateId);
        var subject = invitation.flatMap(it -> Optional.ofNullable(it.subject()));
        if (subject.isEmpty()) {
            return new AccessOutcome.NotInvited();
        }
        if (accounts.used(subject.get())) {
            return new AccessOutcome.InUse();
        }
        var username = invitation.get().username();
        transaction.executeWithoutResult(recorded ->
                audit.record("committee.grant-access", Estates.subject(estate), Map.of("username", username)));
        // Also of whoever was invited before it was asked for.
        accounts.demandSecondFactor(subject.get());
        return new AccessOutcome.Granted(username, accounts.temporaryPassword(subject.get()));
    }
}
