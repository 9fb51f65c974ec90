package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/platform")
class EstateController {
    private final EstateDesk desk;
    private final Estates estates;

    EstateController(EstateDesk desk, Estates estates) {
        this.desk = desk;
        this.estates = estates;
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/estates")
    Page<Estate> estates(Caller caller, @ParameterObject EstateQuery query, @Valid @ParameterObject PageQuery page) {
        return desk.list(caller, query, page);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/estates/{estate}")
    Estate estate(Caller caller, @PathVariable UUID estate) {
        return estates.visible(caller, estate);
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @GetMapping("/slug-suggestion")
    Suggestion slugSuggestion(@RequestParam @NotBlank @Size(max = 40, message = "小区名称不超过40个字") String name) {
        return new Suggestion(desk.suggestSlug(name));
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates")
    ResponseEntity<Estate> enterEstate(Caller caller, @Valid @RequestBody NewEstate entry) {
        return switch (desk.enter(caller, entry.name(), entry.slug(), entry.communityId(), entry.address())) {
            case EntryOutcome.Entered(var estate) ->
                ResponseEntity.created(URI.create("/api/platform/estates/" + estate.id()))
                        .body(estate);
            case EntryOutcome.SlugTaken(var suggestion) -> throw EstateProblem.slugTaken(suggestion);
            case EntryOutcome.SlugWrong(var complaint) -> throw EstateProblem.slugWrong(complaint);
            case EntryOutcome.NoSuchCommunity() -> throw EstateProblem.noSuchCommunity();
        };
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/verification")
    Estate verifyEstate(
            Caller caller,
            @PathVariable UUID estate,
            @RequestBody(required = false) @Nullable Verification verification) {
        try {
            return moved(desk.verify(caller, estate, verification == null ? null : verification.slug()));
        } catch (DuplicateKeyException takenMeanwhile) {
            throw EstateProblem.SLUG_TAKEN.because("该网址简称刚被其他小区占用，请换一个。");
        }
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/rejection")
    Estate rejectEstate(Caller caller, @PathVariable UUID estate, @Valid @RequestBody Reason reason) {
        return moved(desk.reject(caller, estate, reason.reason()));
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/suspension")
    Estate suspendEstate(Caller caller, @PathVariable UUID estate, @Valid @RequestBody Reason reason) {
        return moved(desk.suspend(caller, estate, reason.reason()));
    }

    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/estates/{estate}/reactivation")
    Estate reactivateEstate(Caller caller, @PathVariable UUID estate) {
        return moved(desk.reactivate(caller, estate));
    }

    private static Estate moved(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved(var estate) -> estate;
            case MoveOutcome.NotFrom(var state) ->
                throw EstateProblem.WRONG_STATE
                        .because("该小区目前为“" + state.words() + "”，不能进行此操作。")
                        .with("state", state);
            case MoveOutcome.SlugTaken(var suggestion) -> throw EstateProblem.slugTaken(suggestion);
            case MoveOutcome.SlugWrong(var complaint) -> throw EstateProblem.slugWrong(complaint);
            case MoveOutcome.BeingArchived() ->
                throw EstateProblem.WRONG_STATE.because("该小区正在导出归档，暂时不能恢复；如果导出失败，稍后再试即可撤回归档并恢复。");
        };
    }

    record NewEstate(
            @NotBlank(message = "请填写小区名称") @Size(min = 2, max = 40, message = "小区名称应为2到40个字")
            String name,

            @NotBlank(message = "请填写网址简称") String slug,
            @NotNull(message = "请选择社区") UUID communityId,

            @Size(max = 120, message = "地址不超过120个字") @Nullable
            String address) {}

    record Verification(@Nullable String slug) {}

    record Reason(
            @NotBlank(message = "请填写原因") @Size(max = 200, message = "原因不超过200个字")
            String reason) {}

    record Suggestion(String slug) {}
}
