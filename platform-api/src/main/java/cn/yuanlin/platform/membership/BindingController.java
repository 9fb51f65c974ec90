package cn.yuanlin.platform.membership;

import static cn.yuanlin.platform.access.Access.Level.SIGNED_IN;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.membership.BindingOutcome.Recorded;
import cn.yuanlin.platform.membership.BindingOutcome.TooMany;
import cn.yuanlin.platform.membership.Standing.State;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
class BindingController {
    private final Bindings bindings;

    BindingController(Bindings bindings) {
        this.bindings = bindings;
    }

    /** What a person may say to be; nobody asks to be a guest of a unit. */
    enum ClaimedRelation {
        OWNER,
        FAMILY,
        TENANT
    }

    /**
     * @param building as people write it: 3幢, 3号楼, 3
     * @param entrance null for houses with one door
     * @param idLastSix needed for an owner's rights without the committee
     */
    record BindingClaim(
            @NotBlank(message = "请填写楼幢") @Size(max = 20, message = "楼幢最多20字")
            String building,

            @Size(max = 20, message = "单元最多20字") @Nullable String entrance,

            @NotBlank(message = "请填写室号") @Size(max = 20, message = "室号最多20字")
            String room,

            @NotBlank(message = "请填写姓名") @Size(max = 50, message = "姓名最多50字")
            String name,

            @Pattern(regexp = "[0-9A-Za-z]{6}", message = "请填写证件号码的后六位") @Nullable
            String idLastSix,

            @NotNull(message = "请选择您与这一户的关系") ClaimedRelation relation) {
        @Override
        public String toString() {
            return "BindingClaim[]";
        }
    }

    record BindingEvidence(@NotNull(message = "请选择材料") UUID media) {}

    /** A tie, right after it was made. */
    record Bound(UUID binding, State state) {
        static Bound of(Membership tie) {
            return new Bound(tie.id(), tie.standing().state());
        }
    }

    /** Answers the same for a door that is there and one that is not. */
    @PostMapping("/bindings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Access(SIGNED_IN)
    Bound bindUnit(@RequestBody @Valid BindingClaim request, Caller caller) {
        var claim = new Bindings.Claim(
                door(request),
                request.name().strip(),
                request.idLastSix(),
                Relation.valueOf(request.relation().name()));
        return switch (bindings.ask(caller, claim)) {
            case Recorded recorded -> Bound.of(recorded.tie());
            case TooMany() ->
                throw MembershipProblem.TOO_MANY_BINDINGS.problem().raise();
        };
    }

    @GetMapping("/me/bindings")
    @Access(SIGNED_IN)
    Page<BindingViews.MyBinding> listMyBindings(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return bindings.mine(caller, Keyset.of(limit, after, 1));
    }

    @PostMapping("/bindings/{membership}/evidence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SIGNED_IN)
    void addEvidence(@PathVariable UUID membership, @RequestBody @Valid BindingEvidence evidence, Caller caller) {
        switch (bindings.addEvidence(caller, membership, evidence.media())) {
            case ADDED -> {}
            case UNKNOWN -> throw CommonProblem.NOT_FOUND.problem().raise();
            case FULL -> throw MembershipProblem.EVIDENCE_FULL.problem().raise();
        }
    }

    @DeleteMapping("/me/bindings/{membership}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = SIGNED_IN, whileSuspended = true)
    void leaveUnit(@PathVariable UUID membership, Caller caller) {
        if (!bindings.leave(caller, membership))
            throw CommonProblem.NOT_FOUND.problem().raise();
    }

    /** A neighbour of another estate comes in: shop and directory only. Again gives the same. */
    @PostMapping("/guests")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(SIGNED_IN)
    Bound joinAsGuest(Caller caller) {
        return Bound.of(bindings.joinAsGuest(caller));
    }

    private static UnitNo door(BindingClaim request) {
        try {
            return Door.parse(request.building(), request.entrance(), request.room());
        } catch (IllegalArgumentException notADoor) {
            throw Problem.field("room", "请按“3幢2单元502室”的样子填写楼幢、单元和室号").raise();
        }
    }
}
