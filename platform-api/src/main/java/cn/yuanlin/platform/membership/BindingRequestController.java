package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Role.COMMITTEE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.membership.BindingController.Bound;
import cn.yuanlin.platform.membership.DecisionOutcome.AlreadyDecided;
import cn.yuanlin.platform.membership.DecisionOutcome.Decided;
import cn.yuanlin.platform.membership.DecisionOutcome.NoSuchDoor;
import cn.yuanlin.platform.membership.DecisionOutcome.OwnRequest;
import cn.yuanlin.platform.membership.DecisionOutcome.PersonNeeded;
import cn.yuanlin.platform.membership.DecisionOutcome.Unknown;
import cn.yuanlin.platform.membership.Standing.State;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/binding-requests")
@Access(roles = COMMITTEE)
class BindingRequestController {
    private final BindingRequests requests;
    private final BindingViews views;

    BindingRequestController(BindingRequests requests, BindingViews views) {
        this.requests = requests;
        this.views = views;
    }

    record BindingDecision(
            @NotNull(message = "请选择通过或驳回") Boolean accepted,

            @NotBlank(message = "请填写理由") @Size(max = 500, message = "理由最多500字")
            String reason,

            @Nullable UUID person) {}

    @GetMapping
    Page<BindingViews.BindingRequest> listBindingRequests(
            @RequestParam(defaultValue = "PENDING") State state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return views.requests(state, Keyset.of(limit, after, 1));
    }

    @PostMapping("/{membership}/decision")
    @Access(roles = COMMITTEE, proven = true)
    Bound decideBinding(@PathVariable UUID membership, @RequestBody @Valid BindingDecision request, Caller caller) {
        if (!BindingEvidence.decides(caller))
            throw CommonProblem.FORBIDDEN.problem().raise();
        var decision = new BindingRequests.Decision(
                request.accepted(), request.reason().strip(), request.person());
        return switch (requests.decide(caller, membership, decision)) {
            case Decided(var tie) -> Bound.of(tie);
            case Unknown() -> throw CommonProblem.NOT_FOUND.problem().raise();
            case AlreadyDecided() ->
                throw MembershipProblem.ALREADY_DECIDED.problem().raise();
            case OwnRequest() -> throw MembershipProblem.OWN_REQUEST.problem().raise();
            case NoSuchDoor() -> throw MembershipProblem.NO_SUCH_DOOR.problem().raise();
            case PersonNeeded(var holders) ->
                throw Problem.field("person", "请选择申请人是名册上的哪位业主")
                        .with("holders", holders)
                        .raise();
        };
    }
}
