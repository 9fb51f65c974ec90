package cn.yuanlin.platform.membership;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import cn.yuanlin.platform.shared.ProblemType;

final class MembershipProblem {
    static final ProblemType TOO_MANY_BINDINGS =
            new ProblemType("too-many-bindings", TOO_MANY_REQUESTS, "申请过多", "您今天提交的绑定申请已达上限，请明天再试，或联系业委会。");
    static final ProblemType ALREADY_DECIDED =
            new ProblemType("already-decided", CONFLICT, "申请已处理", "这份申请已经处理过了，请刷新后查看结果。");
    static final ProblemType OWN_REQUEST = new ProblemType("own-request", CONFLICT, "不能处理本人申请", "本人的申请须由业委会其他成员处理。");
    static final ProblemType NO_SUCH_DOOR =
            new ProblemType("no-such-door", CONFLICT, "名册中没有这一户", "业主名册中没有这一户，请先核对名册，或驳回申请。");
    static final ProblemType EVIDENCE_FULL = new ProblemType("evidence-full", CONFLICT, "材料已满", "一份申请最多附9份材料。");
    static final ProblemType TOO_MANY_INVITATIONS =
            new ProblemType("too-many-invitations", CONFLICT, "邀请过多", "这一户未使用的邀请已达上限，请等旧邀请过期后再发。");
    static final ProblemType INVITATION_UNUSABLE =
            new ProblemType("invitation-unusable", NOT_FOUND, "邀请码无效", "邀请码有误、已使用或已过期，请向邀请您的业主重新索取。");
    static final ProblemType OWNER_STAYS = new ProblemType("owner-stays", CONFLICT, "不能移除业主", "只能移除家属和租户；业主身份以业主名册为准。");
    static final ProblemType TOO_MANY_DISCLOSURES =
            new ProblemType("too-many-disclosures", TOO_MANY_REQUESTS, "查看次数过多", "您今天查看个人信息的次数已达上限，请明天再试。");

    private MembershipProblem() {}
}
