package cn.yuanlin.wechat;

import java.util.HashMap;
import java.util.Map;

/** How many messages of which template people said they want: one consent, one message. */
final class Consents {
    static final int MOST_TIMES = 1000;
    static final int MOST = 100_000;

    private record Consent(String openid, String template) {}

    private final Map<Consent, Integer> left = new HashMap<>();

    /** Adds to what is left. @return whether there was room for it */
    synchronized boolean give(String openid, String template, int times) {
        var consent = new Consent(openid, template);
        if (left.size() >= MOST && !left.containsKey(consent)) {
            return false;
        }
        left.merge(consent, times, (known, more) -> Math.min(known + more, MOST_TIMES));
        return true;
    }

    /** Uses one up. @return whether there was one */
    synchronized boolean use(String openid, String template) {
        var consent = new Consent(openid, template);
        var known = left.getOrDefault(consent, 0);
        if (known == 0) {
            return false;
        }
        if (known == 1) {
            left.remove(consent);
        } else {
            left.put(consent, known - 1);
        }
        return true;
    }
}
