package cn.yuanlin.platform.committee;

import static cn.yuanlin.platform.access.Access.Level.MEMBER;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.committee.AppointmentOutcome.AlreadyLeft;
import cn.yuanlin.platform.committee.AppointmentOutcome.ChairTaken;
import cn.yuanlin.platform.committee.AppointmentOutcome.Done;
import cn.yuanlin.platform.committee.AppointmentOutcome.InOffice;
import cn.yuanlin.platform.committee.AppointmentOutcome.NotOwner;
import cn.yuanlin.platform.committee.AppointmentOutcome.OutsideTerm;
import cn.yuanlin.platform.committee.AppointmentOutcome.ServesProperty;
import cn.yuanlin.platform.committee.AppointmentOutcome.Unknown;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.shared.Problem;
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
@RequestMapping("/api/estates/{slug}/committee")
class CommitteeController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final Committee committee;

    CommitteeController(Committee committee) {
        this.committee = committee;
    }

    /** @param endsOn the last day */
    record TermRequest(
            @NotNull(message = "请填写任期的第一天") LocalDate startsOn,
            @NotNull(message = "请填写任期的最后一天") LocalDate endsOn) {}

    /** @param from the first day */
    record AppointmentRequest(
            @NotNull(message = "请选择业主") UUID membership,
            @NotNull(message = "请选择职务") Office office,
            @NotNull(message = "请填写任职的第一天") LocalDate from) {}

    /** @param on the first day without the office */
    record ResignationRequest(
            @NotNull(message = "请填写不再任职的第一天") LocalDate on,

            @NotBlank(message = "请填写原因") @Size(max = 500, message = "原因最多500字")
            String reason) {}

    @GetMapping("/terms")
    @Access(MEMBER)
    Page<CommitteeTerm> listCommitteeTerms(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return committee.terms(Keyset.of(limit, after, 1));
    }

    @PostMapping("/terms")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    CommitteeTerm openCommitteeTerm(@RequestBody @Valid TermRequest request, Caller caller) {
        if (request.startsOn().getYear() < FIRST_YEAR
                || request.endsOn().getYear() > LAST_YEAR
                || !CommitteeTerm.isPossible(request.startsOn(), request.endsOn()))
            throw Problem.field("endsOn", "任期的最后一天应在第一天之后，且最长" + CommitteeTerm.LONGEST_YEARS + "年")
                    .raise();
        return committee
                .open(caller, request.startsOn(), request.endsOn())
                .orElseThrow(() -> CommitteeProblem.TERMS_OVERLAP.problem().raise());
    }

    @PostMapping("/terms/{term}/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    Appointment appointToCommittee(
            @PathVariable UUID term, @RequestBody @Valid AppointmentRequest request, Caller caller) {
        var nomination = new Committee.Nomination(request.membership(), request.office(), request.from());
        return appointment(committee.appoint(caller, term, nomination), "from");
    }

    @PostMapping("/appointments/{appointment}/resignation")
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    Appointment resignFromCommittee(
            @PathVariable UUID appointment, @RequestBody @Valid ResignationRequest request, Caller caller) {
        return appointment(
                committee.resign(
                        caller, appointment, request.on(), request.reason().strip()),
                "on");
    }

    private static Appointment appointment(AppointmentOutcome outcome, String dayField) {
        return switch (outcome) {
            case Done(var appointment) -> appointment;
            case Unknown() -> throw CommonProblem.NOT_FOUND.problem().raise();
            case NotOwner() ->
                throw Problem.field("membership", "业委会成员应是本小区经名册核实的业主").raise();
            case OutsideTerm(var term) ->
                throw Problem.field(dayField, "日期应在任期内：" + term.startsOn() + "至" + term.endsOn())
                        .raise();
            case ServesProperty() ->
                throw CommitteeProblem.SERVES_PROPERTY.problem().raise();
            case InOffice() -> throw CommitteeProblem.IN_OFFICE.problem().raise();
            case ChairTaken() -> throw CommitteeProblem.CHAIR_TAKEN.problem().raise();
            case AlreadyLeft() -> throw CommitteeProblem.ALREADY_LEFT.problem().raise();
        };
    }
}
