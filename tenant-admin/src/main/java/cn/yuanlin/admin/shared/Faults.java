package cn.yuanlin.admin.shared;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;

/** What callers are told of our own faults and of requests that fit nothing: little, and how to go on. */
final class Faults {
    private static final ProblemType UNAVAILABLE =
            new ProblemType("temporarily-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "暂时无法使用");

    private Faults() {}

    static Refusal refusal(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            // The issuer's keys out of reach count as much as the database: later it works.
            if (DatabaseAway.is(cause) || cause instanceof AuthenticationServiceException) {
                return UNAVAILABLE.because("系统暂时繁忙或正在维护，请稍后再试。");
            }
        }
        return ProblemType.INTERNAL.because("系统内部错误，请稍后再试；如仍出错请告知管理员请求编号。");
    }

    static Refusal refusal(HttpStatus status) {
        var type = switch (status) {
            case NOT_FOUND -> ProblemType.NOT_FOUND;
            case BAD_REQUEST -> ProblemType.INVALID;
            case INTERNAL_SERVER_ERROR -> ProblemType.INTERNAL;
            default -> new ProblemType("http-" + status.value(), status, "请求无法处理");
        };
        return type.because(words(status));
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个地址或内容。";
            case METHOD_NOT_ALLOWED -> "这个地址不支持该操作。";
            case UNSUPPORTED_MEDIA_TYPE -> "提交的内容类型不支持。";
            case NOT_ACCEPTABLE -> "无法给出所要的内容类型。";
            case CONTENT_TOO_LARGE -> "提交的内容过大。";
            default -> status.is4xxClientError() ? "请求的格式或参数有误。" : "系统内部错误，请稍后再试。";
        };
    }
}
