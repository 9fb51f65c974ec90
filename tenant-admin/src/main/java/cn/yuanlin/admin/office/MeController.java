package cn.yuanlin.admin.office;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "me", description = "当前登录人")
class MeController {
    private static final Set<String> OURS = Set.of("platform-admin", "office-staff");

    private final OfficeStore store;

    MeController(OfficeStore store) {
        this.store = store;
    }

    @GetMapping("/api/platform/me")
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @Operation(operationId = "me", summary = "我是谁，属于哪些街道、社区")
    Me me(Caller caller) {
        var roles = caller.roles().stream().filter(OURS::contains).sorted().toList();
        return new Me(caller.username(), caller.name(), roles, caller.area().everywhere() ? List.of() : mine(caller));
    }

    /** The offices of one's own rows, not those below them. */
    private List<MyOffice> mine(Caller caller) {
        return store.employing(UUID.fromString(caller.subject())).stream()
                .filter(office -> caller.area().covers(office.id()))
                .map(office -> new MyOffice(office.id(), office.name(), office.kind()))
                .toList();
    }

    record Me(String username, String name, List<String> roles, List<MyOffice> offices) {}

    record MyOffice(UUID id, String name, OfficeKind kind) {}
}
