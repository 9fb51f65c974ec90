package cn.yuanlin.admin.estate;

import cn.yuanlin.admin.estate.EstateFinder.FoundEstate;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a resident looks for their estate before anything else. */
@RestController
class EstateFinderController {
    private final EstateFinder finder;

    EstateFinderController(EstateFinder finder) {
        this.finder = finder;
    }

    @Access(Grant.PUBLIC)
    @GetMapping("/api/platform/estate-finder")
    @Operation(operationId = "findEstates", summary = "按小区名、拼音、社区或街道查找已开通的小区，每页20个")
    Page<FoundEstate> findEstates(
            @RequestParam(defaultValue = "") @Size(max = 40, message = "查找的字不超过40个") String q,
            @RequestParam(required = false) @Size(max = 400, message = "翻页参数无效") @Nullable String after) {
        return finder.find(q, after);
    }
}
