package cn.yuanlin.wechat;

import java.util.Arrays;

/** WeChat's refusals that are played here, with its own codes and words. */
enum WechatError {
    BUSY(-1, "system error"),
    INVALID_CREDENTIAL(40001, "invalid credential, access_token is invalid or not latest"),
    INVALID_GRANT_TYPE(40002, "invalid grant_type"),
    INVALID_OPENID(40003, "invalid openid"),
    INVALID_APP_ID(40013, "invalid appid"),
    INVALID_CODE(40029, "invalid code"),
    INVALID_TEMPLATE(40037, "invalid template_id"),
    INVALID_SECRET(40125, "invalid appsecret"),
    INVALID_SCENE(40129, "invalid scene"),
    CODE_USED(40163, "code been used"),
    MISSING_TOKEN(41001, "access_token missing"),
    MISSING_CODE(41008, "missing code"),
    TOKEN_EXPIRED(42001, "access_token expired"),
    NO_CONSENT(43101, "user refuse to accept the msg"),
    EMPTY_BODY(44002, "empty post data"),
    TOO_LONG(45002, "content size out of limit"),
    TOO_OFTEN(45011, "api minute-quota reach limit, must slower, retry next minute"),
    NOT_JSON(47001, "data format error"),
    INVALID_ARGUMENT(47003, "argument invalid!"),
    NOT_ACTIVE(61010, "code is expired");

    private final int code;
    private final String message;

    WechatError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }

    /** What WeChat says to this code, as far as it is known here. */
    static String message(int code) {
        return Arrays.stream(values())
                .filter(error -> error.code == code)
                .map(WechatError::message)
                .findFirst()
                .orElse("error " + code);
    }
}
