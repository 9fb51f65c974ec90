package cn.yuanlin.admin.shared;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem a caller can meet. Features keep theirs in a class of constants beside their controller.
 *
 * @param slug never changes; clients switch over it
 * @param title short, in Chinese, the same for every occurrence
 */
public record ProblemType(String slug, HttpStatus status, String title) {
    public static final ProblemType INVALID = new ProblemType("invalid-request", HttpStatus.BAD_REQUEST, "请求内容有误");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", HttpStatus.UNAUTHORIZED, "请先登录");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", HttpStatus.FORBIDDEN, "没有权限");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", HttpStatus.NOT_FOUND, "没有找到");
    public static final ProblemType CONFLICT = new ProblemType("conflict", HttpStatus.CONFLICT, "状态已变化");
    public static final ProblemType INTERNAL =
            new ProblemType("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "服务出错");

    /** The refusal to throw from a controller; {@code detail} is what a member of staff reads. */
    public Refusal because(String detail) {
        return new Refusal(this, detail);
    }
}
