package cn.yuanlin.admin.audit;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.Page;
import cn.yuanlin.admin.shared.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "audit", description = "操作记录")
class AuditController {
    private final AuditStore store;

    AuditController(AuditStore store) {
        this.store = store;
    }

    @GetMapping("/api/platform/audit")
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "listAuditEvents", summary = "辖区内的操作记录，新的在前")
    Page<AuditEvent> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID estate,
            @RequestParam(required = false) @Nullable UUID office,
            @RequestParam(required = false) @Nullable String act,
            @Valid @ParameterObject PageQuery page) {
        if (office != null) {
            caller.mustCover(office);
        }
        var filter = new AuditFilter(estate, office, act);
        var found = store.page(caller.area(), filter, page.positionId(), page.fetch());
        return Page.of(found, page, event -> event.id().toString());
    }
}
