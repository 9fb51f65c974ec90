package cn.yuanlin.platform.shared;

import org.springframework.http.HttpStatus;

/** Refusals that any endpoint may answer. */
public final class CommonProblem {
    public static final ProblemType INVALID =
            new ProblemType("invalid", HttpStatus.BAD_REQUEST, "内容有误", "提交的内容有误，请按提示修改后重试。");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", HttpStatus.UNAUTHORIZED, "请先登录", "您还没有登录，或登录已过期，请重新登录。");
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", HttpStatus.FORBIDDEN, "没有权限", "您没有权限进行此操作。");
    public static final ProblemType NOT_FOUND =
            new ProblemType("not-found", HttpStatus.NOT_FOUND, "没有找到", "没有找到您要的内容，可能已被移除。");

    private CommonProblem() {}
}
