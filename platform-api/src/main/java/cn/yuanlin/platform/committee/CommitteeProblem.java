package cn.yuanlin.platform.committee;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.yuanlin.platform.shared.ProblemType;

final class CommitteeProblem {
    static final ProblemType TERMS_OVERLAP =
            new ProblemType("terms-overlap", CONFLICT, "任期重叠", "这个任期与已有的任期重叠，请核对起止日期。");
    static final ProblemType IN_OFFICE = new ProblemType("in-office", CONFLICT, "已在任", "这位业主在本届已有职务，请先办理辞任。");
    static final ProblemType CHAIR_TAKEN = new ProblemType("chair-taken", CONFLICT, "已有主任", "本届已有主任在任，请先办理其辞任。");
    static final ProblemType ALREADY_LEFT = new ProblemType("already-left", CONFLICT, "已辞任", "这项职务已经辞任了。");
    static final ProblemType SERVES_PROPERTY =
            new ProblemType("serves-property", CONFLICT, "是物业人员", "这位业主在任期内是物业人员。物业人员不能担任业委会职务，请先办理其离岗。");
    static final ProblemType SITS_IN_COMMITTEE =
            new ProblemType("sits-in-committee", CONFLICT, "是业委会成员", "这个人在这段时间是业委会成员。业委会成员不能同时是物业人员，请先办理辞任。");
    static final ProblemType IN_POST = new ProblemType("in-post", CONFLICT, "已在岗", "这个人在这段时间已有这个岗位，请核对日期。");
    static final ProblemType POST_LEFT = new ProblemType("post-left", CONFLICT, "已离岗", "这个岗位已经离任了。");

    private CommitteeProblem() {}
}
