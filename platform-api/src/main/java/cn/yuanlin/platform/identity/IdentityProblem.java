package cn.yuanlin.platform.identity;

import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** What can't be done while the control plane is away. */
public final class IdentityProblem {
    public static final ProblemType IDENTITY_UNAVAILABLE = new ProblemType(
            "identity-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "暂时无法核对身份", "暂时无法核对您的手机号和身份，请稍后再试。");

    private IdentityProblem() {}
}
