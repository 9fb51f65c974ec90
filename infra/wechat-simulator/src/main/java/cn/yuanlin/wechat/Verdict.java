package cn.yuanlin.wechat;

import java.util.List;
import java.util.Map;

/**
 * What WeChat thinks of a text or picture.
 *
 * @param suggest {@code pass}, {@code review} or {@code risky}
 * @param label why: 100 nothing, 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008
 *     fraud, 20012 vulgarity, 20013 copyright, 21000 else
 */
record Verdict(String suggest, int label) {
    static final Verdict PASS = new Verdict("pass", 100);
    static final List<String> SUGGESTIONS = List.of("pass", "review", "risky");

    private static final int SURE = 90;

    /** The part of an answer or event that tells it. */
    Map<String, Object> told() {
        var detail = Map.of(
                "strategy", "content_model",
                "errcode", 0,
                "suggest", suggest,
                "label", label,
                "prob", SURE);
        return Map.of("result", Map.of("suggest", suggest, "label", label), "detail", List.of(detail));
    }
}
