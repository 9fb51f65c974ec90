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
import org.springframework.transaction.annotation.Transactional;

/** One-time passwords for the invited first committee member, made only when asked for. */
@Service
class CommitteeAccess {
    private final InvitationStore invitations;
    private final Estates estates;
    private final Accounts accounts;
    private final AuditTrail audit;

    CommitteeAccess(InvitationStore invitations, Estates estates, Accounts accounts, AuditTrail audit) {
        this.invitations = invitations;
        this.estates = estates;
        this.accounts = accounts;
        this.audit = audit;
    }

    record Credentials(String username, String initialPassword) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /** Makes a new password and ends the one before; the act is audited. Empty before the invitation. */
    @Transactional
    public Optional<Credentials> grant(Caller caller, UUID estateId) {
        var estate = estates.visible(caller, estateId);
        if (estate.state() != EstateState.ACTIVE && estate.state() != EstateState.SUSPENDED) {
            return Optional.empty();
        }
        return invitations
                .find(estateId)
                .flatMap(invitation -> Optional.ofNullable(invitation.subject()).map(subject -> {
                    audit.record(
                            "committee.grant-access",
                            Estates.subject(estate),
                            Map.of("username", invitation.username()));
                    return new Credentials(invitation.username(), accounts.temporaryPassword(subject));
                }));
    }
}
