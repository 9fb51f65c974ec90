package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.OWNER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}")
class UnitMemberController {
    private final UnitMembers members;

    UnitMemberController(UnitMembers members) {
        this.members = members;
    }

    record MembershipRevocation(
            @NotBlank(message = "请填写理由") @Size(max = 500, message = "理由最多500字")
            String reason) {}

    @GetMapping("/me/units/{unit}/members")
    @Access(roles = OWNER)
    Page<UnitMembers.UnitMember> listMembersOfMyUnit(
            @PathVariable UUID unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return members.of(caller, unit, Keyset.of(limit, after, 1)).orElseThrow(UnitMemberController::notFound);
    }

    @DeleteMapping("/me/units/{unit}/members/{membership}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(roles = OWNER, proven = true)
    void removeMemberOfMyUnit(@PathVariable UUID unit, @PathVariable UUID membership, Caller caller) {
        switch (members.remove(caller, unit, membership)) {
            case REMOVED -> {}
            case UNKNOWN -> throw notFound();
            case OWNER_STAYS -> throw MembershipProblem.OWNER_STAYS.problem().raise();
        }
    }

    @PostMapping("/memberships/{membership}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(roles = COMMITTEE, proven = true)
    void revokeMembership(
            @PathVariable UUID membership, @RequestBody @Valid MembershipRevocation revocation, Caller caller) {
        if (caller.roles().contains(Role.PROPERTY))
            throw CommonProblem.FORBIDDEN.problem().raise();
        if (!members.revoke(caller, membership, revocation.reason().strip())) throw notFound();
    }

    private static ProblemException notFound() {
        return CommonProblem.NOT_FOUND.problem().raise();
    }
}
