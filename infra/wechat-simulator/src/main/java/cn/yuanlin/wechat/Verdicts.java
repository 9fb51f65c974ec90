package cn.yuanlin.wechat;

import java.util.Map;
import java.util.Map.Entry;

/** What is thought of which content: everything passes but what somebody told the simulator to think otherwise of. */
final class Verdicts {
    private static final int MOST = 200;

    private final Map<String, Verdict> byFragment = new BoundedMap<>(MOST);

    /** @param fragment of the text, or of a picture's address */
    synchronized void set(String fragment, Verdict verdict) {
        byFragment.put(fragment, verdict);
    }

    /** What is thought of a text, or of what lies at an address. */
    synchronized Verdict of(String content) {
        return byFragment.entrySet().stream()
                .filter(known -> content.contains(known.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse(Verdict.PASS);
    }
}
