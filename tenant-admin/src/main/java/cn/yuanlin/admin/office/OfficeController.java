package cn.yuanlin.admin.office;

import cn.yuanlin.admin.office.OfficeOutcome.Done;
import cn.yuanlin.admin.office.OfficeOutcome.NameTaken;
import cn.yuanlin.admin.office.OfficeOutcome.NotFound;
import cn.yuanlin.admin.office.OfficeOutcome.WrongPlace;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import cn.yuanlin.admin.shared.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform/offices")
@Tag(name = "offices", description = "街道、社区")
class OfficeController {
    private final Offices offices;
    private final OfficeStore store;
    private final OfficeCounts counts;

    OfficeController(Offices offices, OfficeStore store, OfficeCounts counts) {
        this.offices = offices;
        this.store = store;
        this.counts = counts;
    }

    @GetMapping
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "listOffices", summary = "辖区内的街道和社区")
    Page<OfficeView> list(Caller caller, @Valid @ParameterObject PageQuery page) {
        var found = store.page(caller.area(), page.positionId(), page.fetch());
        return Page.of(counts.beside(found), page, office -> office.id().toString());
    }

    @GetMapping("/{office}")
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "getOffice", summary = "一个街道或社区")
    OfficeView get(Caller caller, @PathVariable UUID office) {
        caller.mustCover(office);
        return counts.beside(offices.find(office).orElseThrow(OfficeController::notFound));
    }

    /** Platform administrators found any office; staff of a street found communities below it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "foundOffice", summary = "新增街道或社区")
    OfficeView found(Caller caller, @Valid @RequestBody Founding founding) {
        if (!caller.area().everywhere()) {
            var parent = founding.parentId();
            if (parent == null) {
                throw ProblemType.FORBIDDEN.because("街道由平台管理员新增。");
            }
            caller.mustCover(parent);
        }
        var draft = new OfficeDraft(founding.kind(), name(founding.name()), founding.city(), founding.parentId());
        return answer(offices.found(draft));
    }

    @PatchMapping("/{office}")
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "renameOffice", summary = "改名")
    OfficeView rename(Caller caller, @PathVariable UUID office, @Valid @RequestBody Renaming renaming) {
        caller.mustCover(office);
        return answer(offices.rename(office, name(renaming.name())));
    }

    private OfficeView answer(OfficeOutcome outcome) {
        return switch (outcome) {
            case Done(var office) -> counts.beside(office);
            case NameTaken() ->
                throw OfficeProblem.NAME_TAKEN.because("同一上级下已有同名的街道或社区。").at("name", "名称已存在");
            case WrongPlace() ->
                throw OfficeProblem.WRONG_PLACE
                        .because("社区应属于同一城市的某个街道，街道没有上级。")
                        .at("parentId", "上级应为同一城市的街道");
            case NotFound() -> throw notFound();
        };
    }

    private static OfficeName name(String raw) {
        try {
            return OfficeName.parse(raw);
        } catch (IllegalArgumentException wrong) {
            throw ProblemType.INVALID.because("填写的内容有误。").at("name", String.valueOf(wrong.getMessage()));
        }
    }

    private static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("没有这个街道或社区。");
    }

    /** @param parentId the street of a community; absent for a street */
    record Founding(
            @NotNull(message = "请选择类型") OfficeKind kind,
            @NotNull(message = "请填写名称") String name,
            @NotNull(message = "请选择城市") City city,
            @Nullable UUID parentId) {}

    record Renaming(@NotNull(message = "请填写名称") String name) {}
}
