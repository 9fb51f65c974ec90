package cn.yuanlin.platform.people;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.OWNER;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.Objections.OpenOutcome;
import cn.yuanlin.platform.people.Objections.RaiseOutcome;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
class ObjectionController {
    private final Objections objections;

    ObjectionController(Objections objections) {
        this.objections = objections;
    }

    /** @param to the last day, in Asia/Shanghai */
    record PeriodForm(
            int version,
            @NotNull(message = "请填写开始日期") LocalDate from,
            @NotNull(message = "请填写结束日期") LocalDate to) {}

    record ObjectionForm(
            @NotNull(message = "请选择户") UUID unit,

            @NotBlank(message = "请填写异议内容") @Size(max = 1000, message = "异议内容最多1000字")
            String text) {}

    record RaisedObjection(UUID id) {}

    /** @param upheld whether the roll will be corrected */
    record AnswerForm(
            boolean upheld,

            @NotBlank(message = "请填写答复内容") @Size(max = 1000, message = "答复内容最多1000字")
            String text) {}

    @PostMapping("/objection-periods")
    @Access(roles = COMMITTEE, proven = true)
    @ResponseStatus(HttpStatus.CREATED)
    ObjectionPeriod openObjectionPeriod(@RequestBody @Valid PeriodForm form, Caller caller) {
        return switch (objections.open(form.version(), form.from(), form.to(), caller)) {
            case OpenOutcome.Opened opened -> opened.period();
            case OpenOutcome.VersionUnknown() ->
                throw Problem.field("version", "没有这个名册版本").raise();
            case OpenOutcome.DaysUnusable() ->
                throw Problem.field("to", "公示应从今天或以后开始，最长%d天".formatted(ObjectionPeriod.LONGEST))
                        .raise();
            case OpenOutcome.Overlaps overlaps ->
                throw RollProblem.PERIOD_OVERLAPS
                        .problem()
                        .with("other", overlaps.other().id())
                        .raise();
            case OpenOutcome.BeingUpgraded() ->
                throw TenancyProblem.ESTATE_UPGRADING.problem().retryAfter(60).raise();
        };
    }

    @GetMapping("/objection-periods")
    @Access(roles = {COMMITTEE, AUDITOR, OWNER})
    Page<ObjectionPeriod> listObjectionPeriods(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return objections.periods(Keyset.of(limit, after, 1));
    }

    @PostMapping("/objections")
    @Access(roles = OWNER, proven = true)
    @ResponseStatus(HttpStatus.CREATED)
    RaisedObjection raiseObjection(@RequestBody @Valid ObjectionForm form, Caller caller) {
        return switch (objections.raise(form.unit(), form.text().strip(), caller)) {
            case RaiseOutcome.Raised raised -> new RaisedObjection(raised.objection());
            case RaiseOutcome.NotAnnounced() ->
                throw RollProblem.NOT_ANNOUNCED.problem().raise();
            case RaiseOutcome.UnitUnknown() ->
                throw Problem.field("unit", "名册中没有这一户").raise();
            case RaiseOutcome.TooMany() ->
                throw RollProblem.TOO_MANY_OBJECTIONS.problem().raise();
        };
    }

    @GetMapping("/objections")
    @Access(roles = {COMMITTEE, AUDITOR, OWNER})
    Page<Objection> listObjections(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return objections.read(Keyset.of(limit, after, 1), caller);
    }

    /** Once: what was answered stays on the record. */
    @PostMapping("/objections/{objection}/answer")
    @Access(roles = COMMITTEE, proven = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerObjection(@PathVariable UUID objection, @RequestBody @Valid AnswerForm form, Caller caller) {
        switch (objections.answer(objection, form.upheld(), form.text().strip(), caller)) {
            case ANSWERED -> {
                // nothing to tell
            }
            case UNKNOWN -> throw CommonProblem.NOT_FOUND.problem().raise();
            case ANSWERED_BEFORE -> throw RollProblem.ALREADY_ANSWERED.problem().raise();
        }
    }
}
