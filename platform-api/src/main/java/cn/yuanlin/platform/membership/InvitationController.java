package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Access.Level.SIGNED_IN;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.membership.BindingController.Bound;
import cn.yuanlin.platform.membership.InvitationOutcome.Invited;
import cn.yuanlin.platform.membership.InvitationOutcome.NotOwner;
import cn.yuanlin.platform.membership.InvitationOutcome.TooMany;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
class InvitationController {
    private static final int LAST_YEAR = 2_199;

    private final Invitations invitations;
    private final Ties ties;

    InvitationController(Invitations invitations, Ties ties) {
        this.invitations = invitations;
        this.ties = ties;
    }

    /** Whom an owner may invite. */
    enum InvitedRelation {
        FAMILY,
        TENANT
    }

    /** @param until the last day; a tenant's lease has one */
    record InvitationRequest(
            @NotNull(message = "请选择家属或租户") InvitedRelation relation,
            @Nullable LocalDate until) {}

    /** @param code shown this once */
    record IssuedInvitation(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "IssuedInvitation[]";
        }
    }

    /** @param name what the household calls them; an account made by phone has none */
    record InvitationAcceptance(
            @Nullable @Size(max = 50, message = "姓名最多50字") String name) {
        @Override
        public String toString() {
            return "InvitationAcceptance[]";
        }
    }

    @PostMapping("/me/units/{unit}/invitations")
    @Access(roles = Role.OWNER, proven = true)
    ResponseEntity<IssuedInvitation> inviteToMyUnit(
            @PathVariable UUID unit, @RequestBody @Valid InvitationRequest request, Caller caller) {
        requireGoodDay(request);
        var terms = new InvitationStore.Terms(
                unit, Relation.valueOf(request.relation().name()), request.until());
        return switch (invitations.invite(caller, terms)) {
            case Invited(var code, var expiresAt) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new IssuedInvitation(code.text(), expiresAt));
            case NotOwner() -> throw CommonProblem.NOT_FOUND.problem().raise();
            case TooMany() ->
                throw MembershipProblem.TOO_MANY_INVITATIONS.problem().raise();
        };
    }

    /** One answer for a code that never was, one that is used and one that is too old. */
    @PostMapping("/invitations/{code}/acceptance")
    @Access(SIGNED_IN)
    Bound acceptInvitation(
            @PathVariable @Size(max = 40) String code,
            @RequestBody(required = false) @Valid @Nullable InvitationAcceptance acceptance,
            Caller caller) {
        return invitations
                .accept(caller, InvitationCode.typed(code), acceptance == null ? null : acceptance.name())
                .map(Bound::of)
                .orElseThrow(
                        () -> MembershipProblem.INVITATION_UNUSABLE.problem().raise());
    }

    private void requireGoodDay(InvitationRequest request) {
        var until = request.until();
        if (until == null && request.relation() == InvitedRelation.TENANT)
            throw Problem.field("until", "请填写租期的最后一天").raise();
        if (until != null && (until.isBefore(ties.today()) || until.getYear() > LAST_YEAR))
            throw Problem.field("until", "最后一天不能早于今天").raise();
    }
}
