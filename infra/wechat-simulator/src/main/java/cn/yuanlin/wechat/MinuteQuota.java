package cn.yuanlin.wechat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** So many calls for each key in each minute of the clock. Keys are people: there are not too many. */
final class MinuteQuota {
    private static final int SECONDS = 60;

    private record Minute(long number, int calls) {}

    private final Clock clock;
    private final int most;
    private final Map<String, Minute> minutes = new HashMap<>();

    MinuteQuota(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Counts a call. @return whether it may go on */
    synchronized boolean take(String key) {
        var first = new Minute(clock.instant().getEpochSecond() / SECONDS, 1);
        var minute = minutes.merge(
                key,
                first,
                (known, fresh) ->
                        known.number() == fresh.number() ? new Minute(known.number(), known.calls() + 1) : fresh);
        return minute.calls() <= most;
    }
}
