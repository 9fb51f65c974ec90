package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/estates/{slug}/roll")
class RollChangeController {
    private final RollChanges changes;

    RollChangeController(RollChanges changes) {
        this.changes = changes;
    }

    /** @param event as the unit's history names it */
    record RecordedChange(UUID event) {}

    /** Replaces all holders of a unit from a day on, which is neither in the future nor before the unit's last change. */
    @PostMapping("/changes")
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    @ResponseStatus(HttpStatus.CREATED)
    RecordedChange changeRoll(@RequestBody @Valid RollChangeForm form, Caller caller) {
        return switch (changes.change(form.change(), caller)) {
            case ChangeOutcome.Recorded recorded -> new RecordedChange(recorded.event());
            case ChangeOutcome.UnitUnknown() ->
                throw Problem.field("unit", "名册中没有这一户").raise();
            case ChangeOutcome.PersonUnknown unknown ->
                throw Problem.field(unknown.field(), "名册中没有这个人").raise();
            case ChangeOutcome.PersonDiffers differs ->
                throw RollProblem.PERSON_DIFFERS
                        .problem()
                        .with("field", differs.field())
                        .raise();
            case ChangeOutcome.Invalid invalid ->
                throw Problem.field(invalid.fault().field(), invalid.fault().words())
                        .raise();
            case ChangeOutcome.InFuture() ->
                throw Problem.field("effectiveOn", "生效日期不能晚于今天").raise();
            case ChangeOutcome.BeforeLastChange before ->
                throw RollProblem.BEFORE_LAST_CHANGE
                        .problem()
                        .with("lastChange", before.lastChange())
                        .raise();
            case ChangeOutcome.NothingChanges() ->
                throw RollProblem.NOTHING_CHANGES.problem().raise();
            case ChangeOutcome.BeingUpgraded() ->
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        };
    }

    @GetMapping("/units/{unit}/history")
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<UnitChange> readUnitHistory(
            @PathVariable UUID unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return changes.history(unit, Keyset.of(limit, after, 1), caller)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
    }
}
