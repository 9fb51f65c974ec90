package cn.yuanlin.platform.committee;

import static cn.yuanlin.platform.access.Role.AUDITOR;
import static cn.yuanlin.platform.access.Role.COMMITTEE;
import static cn.yuanlin.platform.access.Role.PROPERTY;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.committee.StaffOutcome.AlreadyLeft;
import cn.yuanlin.platform.committee.StaffOutcome.Done;
import cn.yuanlin.platform.committee.StaffOutcome.InPost;
import cn.yuanlin.platform.committee.StaffOutcome.Nobody;
import cn.yuanlin.platform.committee.StaffOutcome.OutsidePost;
import cn.yuanlin.platform.committee.StaffOutcome.SitsInCommittee;
import cn.yuanlin.platform.committee.StaffOutcome.Unknown;
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
@RequestMapping("/api/estates/{slug}/staff")
class StaffController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    /**
     * @param membership the tie of who is taken on, a guest's too
     * @param until the last day; null if none is agreed
     */
    record StaffRequest(
            @NotNull(message = "请选择是谁") UUID membership,

            @NotBlank(message = "请填写姓名") @Size(max = 100, message = "姓名最多100字")
            String name,

            @NotNull(message = "请选择岗位") Post post,
            @NotNull(message = "请填写第一天") LocalDate from,
            @Nullable LocalDate until) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "StaffRequest[]";
        }
    }

    /** @param on the first day without the post */
    record StaffEnd(
            @NotNull(message = "请填写不再任职的第一天") LocalDate on,

            @NotBlank(message = "请填写原因") @Size(max = 500, message = "原因最多500字")
            String reason) {}

    @GetMapping
    @Access(roles = {COMMITTEE, AUDITOR})
    Page<StaffAppointment> listStaff(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return staff.all(Keyset.of(limit, after, 1));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    StaffAppointment appointStaff(@RequestBody @Valid StaffRequest request, Caller caller) {
        if (request.from().getYear() < FIRST_YEAR || request.from().getYear() > LAST_YEAR)
            throw Problem.field("from", "请核对第一天的年份").raise();
        var until = request.until();
        if (until != null && (until.isBefore(request.from()) || until.getYear() > LAST_YEAR))
            throw Problem.field("until", "最后一天不能早于第一天").raise();
        return appointment(staff.appoint(
                caller,
                new Staff.Engaged(
                        request.membership(), request.name().strip(), request.post(), request.from(), until)));
    }

    @PostMapping("/{appointment}/end")
    @Access(roles = COMMITTEE, but = PROPERTY, proven = true)
    StaffAppointment endStaffAppointment(
            @PathVariable UUID appointment, @RequestBody @Valid StaffEnd request, Caller caller) {
        return appointment(
                staff.end(caller, appointment, request.on(), request.reason().strip()));
    }

    private static StaffAppointment appointment(StaffOutcome outcome) {
        return switch (outcome) {
            case Done(var appointment) -> appointment;
            case Unknown() -> throw CommonProblem.NOT_FOUND.problem().raise();
            case Nobody() -> throw Problem.field("membership", "请选择本小区现有的成员或访客").raise();
            case InPost() -> throw CommitteeProblem.IN_POST.problem().raise();
            case SitsInCommittee() ->
                throw CommitteeProblem.SITS_IN_COMMITTEE.problem().raise();
            case OutsidePost() -> throw Problem.field("on", "日期应在任职期间内").raise();
            case AlreadyLeft() -> throw CommitteeProblem.POST_LEFT.problem().raise();
        };
    }
}
