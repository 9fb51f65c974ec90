package cn.yuanlin.wechat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Checks of pictures: asked for now, told later by an event. */
final class MediaChecks {
    private static final int MOST = 5000;
    private static final long LATER_MILLIS = 300;

    /** @param verdict that the event will tell */
    record Check(String traceId, String openid, String mediaUrl, Verdict verdict, Instant at) {}

    private final Recent<Check> checks = new Recent<>(MOST);
    private final Pushes pushes;

    MediaChecks(Pushes pushes) {
        this.pushes = pushes;
    }

    /** Its result is pushed a little later, so that the answer with the trace id comes first, mostly. */
    void begin(Check check) {
        checks.add(check);
        CompletableFuture.delayedExecutor(LATER_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> pushes.push(check));
    }

    /** Pushes its result once more, as WeChat may. @return whether there is such a check */
    boolean pushAgain(String traceId) {
        var found = find(check -> check.traceId().equals(traceId));
        found.forEach(pushes::push);
        return !found.isEmpty();
    }

    List<Check> find(Predicate<Check> wanted) {
        return checks.find(wanted);
    }
}
