package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.shared.ProblemType;
import org.springframework.http.HttpStatus;

final class IdentityProblem {
    static final ProblemType TOO_MANY_CODES =
            new ProblemType("too-many-sms-codes", HttpStatus.TOO_MANY_REQUESTS, "获取验证码过于频繁");
    static final ProblemType SMS_AWAY = new ProblemType("sms-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "短信暂时无法发送");
    static final ProblemType CODE_WRONG = new ProblemType("sms-code-wrong", HttpStatus.UNPROCESSABLE_CONTENT, "验证码不正确");
    static final ProblemType TOO_MANY_TRIES =
            new ProblemType("too-many-code-tries", HttpStatus.TOO_MANY_REQUESTS, "验证码输错次数过多");
    static final ProblemType PHONE_NEEDED = new ProblemType("phone-needed", HttpStatus.CONFLICT, "需要手机号");
    static final ProblemType PHONE_TAKEN = new ProblemType("phone-taken", HttpStatus.CONFLICT, "手机号已被使用");
    static final ProblemType WECHAT_CODE_REFUSED =
            new ProblemType("wechat-code-refused", HttpStatus.UNPROCESSABLE_CONTENT, "微信登录失败");
    static final ProblemType WECHAT_TOO_OFTEN =
            new ProblemType("wechat-too-often", HttpStatus.TOO_MANY_REQUESTS, "登录过于频繁");
    static final ProblemType WECHAT_AWAY =
            new ProblemType("wechat-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "微信暂时无法使用");
    static final ProblemType ACCOUNT_DISABLED = new ProblemType("account-disabled", HttpStatus.FORBIDDEN, "账号已停用");
    static final ProblemType PHONE_PROOF_NEEDED =
            new ProblemType("phone-proof-needed", HttpStatus.FORBIDDEN, "请先验证手机号");
    static final ProblemType REVERIFICATION_NEEDED =
            new ProblemType("reverification-needed", HttpStatus.FORBIDDEN, "请先重新核验身份");

    static final ProblemType CLOSING_HINDERED = new ProblemType("closing-hindered", HttpStatus.CONFLICT, "暂时不能注销");

    private IdentityProblem() {}
}
