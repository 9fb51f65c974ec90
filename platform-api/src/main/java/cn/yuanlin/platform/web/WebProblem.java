package cn.yuanlin.platform.web;

import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.ProblemType;
import org.springframework.http.HttpStatus;

/** Refusals that no feature makes: the same for every endpoint. */
final class WebProblem {
    static final ProblemType SIGN_IN_UNAVAILABLE =
            new ProblemType("sign-in-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "暂时无法核对登录", "暂时无法核对您的登录状态，请稍后再试。");
    static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "服务暂时不可用", "服务暂时不可用，请稍后再试。");
    static final ProblemType UNEXPECTED =
            new ProblemType("unexpected", HttpStatus.INTERNAL_SERVER_ERROR, "系统出错", "系统出错了，我们已记录此问题，请稍后再试。");

    private WebProblem() {}

    /** What the framework refused by itself, told by its status. */
    static ProblemType of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> new ProblemType("malformed", status, "请求格式不正确", "无法读懂这个请求，请检查后重试。");
            case UNAUTHORIZED -> CommonProblem.UNAUTHENTICATED;
            case FORBIDDEN -> CommonProblem.FORBIDDEN;
            case NOT_FOUND -> CommonProblem.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> new ProblemType("method-not-allowed", status, "不支持此操作", "这个地址不支持此操作。");
            case NOT_ACCEPTABLE -> new ProblemType("not-acceptable", status, "无法提供所要的格式", "无法按所要的格式提供内容。");
            case CONTENT_TOO_LARGE -> new ProblemType("too-large", status, "内容太大", "提交的内容太大，请减小后重试。");
            case UNSUPPORTED_MEDIA_TYPE -> new ProblemType("unsupported-media-type", status, "不支持此格式", "不支持所提交内容的格式。");
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default ->
                status.is4xxClientError()
                        ? new ProblemType("refused", status, "请求被拒绝", "这个请求无法处理，请检查后重试。")
                        : UNEXPECTED;
        };
    }
}
