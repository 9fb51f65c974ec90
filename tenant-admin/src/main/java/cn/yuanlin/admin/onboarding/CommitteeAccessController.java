package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommitteeAccessController {
    private final CommitteeAccess committees;

    CommitteeAccessController(CommitteeAccess committees) {
        this.committees = committees;
    }

    /** Shown once, to be handed over in person; the member changes it at first sign-in. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/api/platform/estates/{estate}/committee-access")
    ResponseEntity<CommitteeAccess.Credentials> committeeAccess(Caller caller, @PathVariable UUID estate) {
        var credentials = committees
                .grant(caller, estate)
                .orElseThrow(() -> ProblemType.CONFLICT.because("该小区还没有邀请业委会成员，请先完成开通。"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(credentials);
    }
}
