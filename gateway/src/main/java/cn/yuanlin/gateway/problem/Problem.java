package cn.yuanlin.gateway.problem;

/** Every refusal of the gateway's own. The slug never changes; title and detail are for people. */
public enum Problem {
    MALFORMED_REQUEST(400, "malformed-request", "请求有误", "请求格式不正确，请刷新页面后重试。"),
    TOKEN_INVALID(401, "token-invalid", "登录已失效", "登录信息无效或已过期，请重新登录。"),
    SESSION_ENDED(401, "session-ended", "登录已过期", "您已退出登录或登录已过期，请重新登录。"),
    NOT_A_MEMBER(403, "not-a-member", "没有权限", "您没有访问该内容的权限。"),
    ORIGIN_NOT_ALLOWED(403, "origin-not-allowed", "来源不允许", "不允许从该网站访问。"),
    NOT_FOUND(404, "not-found", "内容不存在", "没有找到您要的内容，请检查网址。"),
    ESTATE_NOT_FOUND(404, "estate-not-found", "小区不存在", "没有找到这个小区，请检查网址。"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "操作不支持", "该地址不支持这种操作。"),
    REQUEST_TOO_SLOW(408, "request-too-slow", "发送太慢", "请求没有在规定时间内发送完毕，请检查网络后重试。"),
    BODY_TOO_LARGE(413, "body-too-large", "内容过大", "提交的内容超过了允许的大小。"),
    ADDRESS_TOO_LONG(414, "address-too-long", "网址过长", "网址超过了允许的长度。"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "请求过于频繁", "请求过于频繁，请稍后再试。"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "请求头过大", "请求头超过了允许的大小，请重新登录后再试。"),
    INTERNAL(500, "internal", "系统故障", "系统出了点问题，请稍后再试。"),
    UPSTREAM_UNREACHABLE(502, "upstream-unreachable", "服务暂时连不上", "服务暂时连不上，请稍后再试。"),
    UPSTREAM_UNAVAILABLE(503, "upstream-unavailable", "服务暂停", "服务正在恢复，请稍后再试。"),
    UPSTREAM_BUSY(503, "upstream-busy", "服务繁忙", "现在使用的人太多，请稍后再试。"),
    IDENTITY_UNAVAILABLE(503, "identity-unavailable", "暂时无法验证登录", "暂时无法验证登录信息，请稍后再试。"),
    ROUTES_UNKNOWN(503, "routes-unknown", "服务正在启动", "服务正在启动，请稍后再试。"),
    UPSTREAM_TOO_SLOW(504, "upstream-too-slow", "响应超时", "服务没有及时响应，请稍后再试。");

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;

    Problem(int status, String slug, String title, String detail) {
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /**
     * The answer's body. Written by hand: it holds constants and a UUID only, and netty's own refusals are written where
     * no mapper is at hand.
     */
    public String json(String requestId) {
        return "{\"type\":\"/problems/" + slug + "\",\"title\":\"" + title + "\",\"status\":" + status
                + ",\"detail\":\"" + detail + "\",\"requestId\":\"" + requestId + "\"}";
    }
}
