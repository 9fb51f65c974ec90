package cn.yuanlin.admin.office;

import cn.yuanlin.admin.office.StaffOutcome.Added;
import cn.yuanlin.admin.office.StaffOutcome.AlreadyStaff;
import cn.yuanlin.admin.office.StaffOutcome.Busy;
import cn.yuanlin.admin.office.StaffOutcome.NotFound;
import cn.yuanlin.admin.office.StaffOutcome.Oneself;
import cn.yuanlin.admin.office.StaffOutcome.Removed;
import cn.yuanlin.admin.office.StaffOutcome.UsernameTaken;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform/offices/{office}/staff")
@Tag(name = "staff", description = "工作人员")
class StaffController {
    private final Offices offices;
    private final StaffStore store;
    private final Staffing staffing;
    private final StaffRemoval removal;

    StaffController(Offices offices, StaffStore store, Staffing staffing, StaffRemoval removal) {
        this.offices = offices;
        this.store = store;
        this.staffing = staffing;
        this.removal = removal;
    }

    @GetMapping
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "listStaff", summary = "工作人员")
    Page<StaffView> list(Caller caller, @PathVariable UUID office, @Valid @ParameterObject PageQuery page) {
        mustExist(caller, office);
        var rows = store.page(office, page.positionId(), page.fetch()).stream()
                .map(StaffView::of)
                .toList();
        return Page.of(rows, page, staff -> staff.id().toString());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "addStaff", summary = "新增工作人员；初始密码只显示一次")
    NewStaff add(Caller caller, @PathVariable UUID office, @Valid @RequestBody Adding adding) {
        mustExist(caller, office);
        var outcome = staffing.add(office, adding.username(), adding.name().strip(), caller.area());
        if (outcome instanceof Added(var staff, var password)) {
            return NewStaff.of(StaffView.of(staff), password);
        }
        throw refusal(outcome);
    }

    @DeleteMapping("/{staff}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "removeStaff", summary = "移除工作人员，立即失去权限")
    void remove(Caller caller, @PathVariable UUID office, @PathVariable UUID staff) {
        mustExist(caller, office);
        var outcome = removal.remove(office, staff, caller);
        if (!(outcome instanceof Removed)) {
            throw refusal(outcome);
        }
    }

    private void mustExist(Caller caller, UUID office) {
        caller.mustCover(office);
        if (offices.find(office).isEmpty()) {
            throw ProblemType.NOT_FOUND.because("没有这个街道或社区。");
        }
    }

    private static RuntimeException refusal(StaffOutcome outcome) {
        return switch (outcome) {
            case AlreadyStaff() -> OfficeProblem.ALREADY_STAFF.because("这个用户名已是本单位的工作人员。");
            case UsernameTaken() ->
                OfficeProblem.USERNAME_TAKEN.because("这个用户名已被使用，请换一个。").at("username", "用户名已被使用");
            case Busy() -> OfficeProblem.STAFF_BUSY.because("这个账号正在处理中，请稍后再试。");
            case Oneself() -> OfficeProblem.ONESELF.because("不能移除自己，请由同事操作。");
            case NotFound() -> ProblemType.NOT_FOUND.because("没有这名工作人员。");
            case Added _, Removed _ -> throw new IllegalStateException("no refusal: " + outcome);
        };
    }

    record Adding(
            @NotNull(message = "请填写用户名")
            @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,31}", message = "用户名为3到32位小写字母、数字、点、横线或下划线，以字母或数字开头")
            String username,

            @NotBlank(message = "请填写姓名")
            @Size(max = 40, message = "姓名不超过40个字")
            @Pattern(regexp = "[^<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]*", message = "姓名中有不能使用的符号")
            String name) {}

    /** @param initialPassword shown this once; null if the person signs in already, for another office */
    record NewStaff(
            UUID id,
            String username,
            String name,
            StaffView.OfficeLabel office,
            StaffView.Standing state,
            Instant createdAt,
            @Schema(nullable = true) @Nullable String initialPassword) {
        static NewStaff of(StaffView staff, @Nullable String initialPassword) {
            return new NewStaff(
                    staff.id(),
                    staff.username(),
                    staff.name(),
                    staff.office(),
                    staff.state(),
                    staff.createdAt(),
                    initialPassword);
        }
    }
}
