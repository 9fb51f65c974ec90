package cn.yuanlin.wechat;

import java.util.List;
import java.util.Map;

/**
 * An answer.
 *
 * @param body written as JSON
 */
record Answer(int status, Object body) {
    static Answer of(Object body) {
        return new Answer(200, body);
    }

    /** As WeChat refuses: with status 200. */
    static Answer refused(WechatError error) {
        return refused(error.code(), error.message());
    }

    static Answer refused(int code, String message) {
        return of(Map.of("errcode", code, "errmsg", message));
    }

    /** WeChat's "done" where there is nothing else to say. */
    static Answer ok() {
        return of(Map.of("errcode", 0, "errmsg", "ok"));
    }

    static Answer created(Object body) {
        return new Answer(201, body);
    }

    static Answer items(List<?> items, int total) {
        return of(Map.of("items", items, "total", total));
    }

    /** The request to the simulator itself is wrong. */
    static Answer wrong(String why) {
        return new Answer(400, Map.of("error", why));
    }

    static Answer notFound(String what) {
        return new Answer(404, Map.of("error", "Not found: " + what));
    }

    /** There is no room for more of these. */
    static Answer full(String what) {
        return new Answer(409, Map.of("error", "No room for more " + what));
    }
}
