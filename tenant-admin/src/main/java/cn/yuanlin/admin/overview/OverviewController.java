package cn.yuanlin.admin.overview;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "overview", description = "辖区概览")
class OverviewController {
    private static final Set<String> LIVING = Set.of("ACTIVE", "SUSPENDED");
    private static final int RECENT = 10;

    private final OverviewStore store;
    private final AuditTrail trail;

    OverviewController(OverviewStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    @GetMapping("/api/platform/overview")
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "overview", summary = "辖区内的数字和最近操作")
    Overview overview(Caller caller) {
        var area = caller.area();
        var estates = store.estates(area);
        var numbers = new TreeMap<String, Integer>();
        estates.forEach((state, figures) -> numbers.put(state, figures.number()));
        var households = LIVING.stream()
                .map(estates::get)
                .filter(Objects::nonNull)
                .mapToLong(OverviewStore.Estates::households)
                .sum();
        var runs = store.openRuns(area);
        return new Overview(
                store.offices(area),
                numbers,
                households,
                runs.getOrDefault("RUNNING", 0),
                runs.getOrDefault("FAILED", 0),
                trail.recent(area, RECENT));
    }
}
