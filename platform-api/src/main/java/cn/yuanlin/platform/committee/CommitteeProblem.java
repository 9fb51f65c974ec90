package cn.yuanlin.platform.committee;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.yuanlin.platform.shared.ProblemType;

final class CommitteeProblem {
    static final ProblemType TERMS_OVERLAP =
            new ProblemType("terms-overlap", CONFLICT, "任期重叠", "这个任期与已有的任期重叠，请核对起止日期。");
    static final ProblemType IN_OFFICE = new ProblemType("in-office", CONFLICT, "已在任", "这位业主在本届已有职务，请先办理辞任。");
    static final ProblemType CHAIR_TAKEN = new ProblemType("chair-taken", CONFLICT, "已有主任", "本届已有主任在任，请先办理其辞任。");
    static final ProblemType ALREADY_LEFT = new ProblemType("already-left", CONFLICT, "已辞任", "这项职务已经辞任了。");

    private CommitteeProblem() {}
}
