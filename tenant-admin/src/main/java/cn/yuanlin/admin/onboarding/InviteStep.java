package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.estate.Estate;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.keycloak.Accounts;
import cn.yuanlin.admin.keycloak.Organizations;
import cn.yuanlin.admin.keycloak.UsernameLock;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The first committee member has an account, belongs to the organization, and is COMMITTEE in the estate. */
@Component
class InviteStep implements OnboardingStep {
    private final InvitationStore invitations;
    private final Invitations withdrawal;
    private final Accounts accounts;
    private final UsernameLock lock;
    private final Organizations organizations;
    private final CellClient cells;
    private final AuditTrail audit;
    private final Clock clock;

    InviteStep(
            InvitationStore invitations,
            Invitations withdrawal,
            Accounts accounts,
            UsernameLock lock,
            Organizations organizations,
            CellClient cells,
            AuditTrail audit,
            Clock clock) {
        this.invitations = invitations;
        this.withdrawal = withdrawal;
        this.accounts = accounts;
        this.lock = lock;
        this.organizations = organizations;
        this.cells = cells;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public StepName name() {
        return StepName.INVITE;
    }

    /** The person's name comes from the cell and goes to Keycloak; here it lives as long as this call. */
    @Override
    public StepOutcome execute(Work work) {
        var estate = work.estate();
        var cell = estate.requiredCell();
        var contact = cells.committeeContact(cell, estate.id(), work.workbook());
        var username = intended(estate);
        var account = accounts.ensureAccount(username, contact.name());
        if (!account.offices().isEmpty()) {
            return new StepOutcome.Refused("账号" + username + "刚被街道或社区的工作人员使用，请撤回本次开通后重新开始。");
        }
        var subject = account.subject();
        accounts.demandSecondFactor(subject);
        organizations.addMember(estate.id(), subject);
        cells.addCommitteeMember(cell, estate.id(), subject.toString(), contact.name());
        invitations.invited(estate.id(), subject);
        audit.record(work.actor(), "committee.invite", Estates.subject(estate), Map.of("username", username));
        return new StepOutcome.Done("已邀请业委会首位成员，账号" + username);
    }

    @Override
    public void undo(Work work) {
        withdrawal.withdraw(work.estate().id());
    }

    /** Writes the account's name down before Keycloak hears it, and never takes over an account somebody else has. */
    private String intended(Estate estate) {
        var known = invitations.find(estate.id());
        if (known.isPresent()) {
            lock.hold(known.get().username());
            return known.get().username();
        }
        var wish = estate.slug() + "-committee";
        for (var number = 1; ; number++) {
            var username = number == 1 ? wish : wish + "-" + number;
            // Held until the account is there: offices take people on under the same lock.
            lock.hold(username);
            if (accounts.find(username).isEmpty() && invitations.intend(estate.id(), username, clock.instant())) {
                return username;
            }
        }
    }
}
