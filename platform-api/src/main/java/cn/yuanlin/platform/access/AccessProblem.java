package cn.yuanlin.platform.access;

import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** What a person may not do though the role would let them. */
public final class AccessProblem {
    public static final ProblemType REVERIFICATION_NEEDED = new ProblemType(
            "reverification-needed",
            HttpStatus.FORBIDDEN,
            "请先重新核验身份",
            "您的手机号换了新的登录方式。请在“我的房屋”中重新绑定并填写身份证后六位，或提交材料由业委会核实，然后再办理。");

    public static final ProblemType PHONE_PROOF_NEEDED = new ProblemType(
            "phone-proof-needed", HttpStatus.FORBIDDEN, "请先验证手机号", "查看或导出他人的完整信息前，请先用短信验证码验证您本人的手机号，10分钟内有效，然后再试一次。");

    private AccessProblem() {}
}
