package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Caller;
import cn.yuanlin.admin.security.Grant;
import cn.yuanlin.admin.shared.ProblemType;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommitteeAccessController {
    private static final ProblemType IN_USE =
            new ProblemType("committee-account-in-use", HttpStatus.CONFLICT, "账号已由本人启用");

    private final CommitteeAccess committees;

    CommitteeAccessController(CommitteeAccess committees) {
        this.committees = committees;
    }

    /** Shown once, to be handed over in person; the member changes it at first sign-in. */
    @Access({Grant.PLATFORM_ADMIN, Grant.OFFICE})
    @PostMapping("/api/platform/estates/{estate}/committee-access")
    ResponseEntity<Credentials> committeeAccess(Caller caller, @PathVariable UUID estate) {
        return switch (committees.grant(caller, estate)) {
            case AccessOutcome.Granted(var username, var password) ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Credentials(username, password));
            case AccessOutcome.InUse() -> throw IN_USE.because("业委会成员已用自己的密码登录过，不能再生成一次性密码。如本人忘记密码，请联系平台运维人员核实身份后处理。");
            case AccessOutcome.NotInvited() -> throw ProblemType.CONFLICT.because("该小区还没有邀请业委会成员，请先完成开通。");
        };
    }

    record Credentials(String username, String initialPassword) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }
}
