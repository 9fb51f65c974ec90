package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.office.City;
import cn.yuanlin.admin.office.Office;
import cn.yuanlin.admin.office.OfficeKind;
import cn.yuanlin.admin.office.Offices;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform")
class ApplicationController {
    private final Applications applications;
    private final Offices offices;

    ApplicationController(Applications applications, Offices offices) {
        this.applications = applications;
        this.offices = offices;
    }

    /** Streets and communities by name, for the form. */
    @Access(Grant.PUBLIC)
    @GetMapping("/application-offices")
    Page<FormOffice> applicationOffices() {
        return new Page<>(
                offices.in(Area.EVERYWHERE).stream().map(FormOffice::of).toList(), null);
    }

    /** Answers everybody alike; what becomes of the application is told by the community. */
    @Access(Grant.PUBLIC)
    @PostMapping("/applications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Received apply(@Valid @RequestBody Form form) {
        return switch (applications.apply(
                form.estateName().strip(), form.address().strip(), form.communityId())) {
            case RECEIVED -> new Received("申请已收到，社区工作人员核实后会与您联系。");
            case TOO_MANY -> throw EstateProblem.TOO_MANY.because("该社区待处理的申请较多，请过几天再试，或直接到社区办理。");
            case NO_SUCH_COMMUNITY -> throw EstateProblem.noSuchCommunity();
        };
    }

    record Form(
            @NotBlank(message = "请填写小区名称") @Size(min = 2, max = 40, message = "小区名称应为2到40个字")
            String estateName,

            @NotBlank(message = "请填写地址") @Size(max = 120, message = "地址不超过120个字")
            String address,

            @NotNull(message = "请选择社区") UUID communityId) {}

    record Received(String detail) {}

    /** @param parent the street of a community */
    record FormOffice(
            UUID id,
            OfficeKind kind,
            String name,
            City city,
            @Nullable UUID parent) {
        static FormOffice of(Office office) {
            var parent = office.parent();
            return new FormOffice(
                    office.id(), office.kind(), office.name(), office.city(), parent == null ? null : parent.id());
        }
    }
}
