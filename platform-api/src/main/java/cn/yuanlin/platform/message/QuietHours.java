package cn.yuanlin.platform.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a person is left in peace, each day in China's time; over midnight too. The same time twice means never. */
record QuietHours(LocalTime from, LocalTime to) {
    static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The first instant from now on that is not quiet: now itself, mostly. Quiet from {@code from} on, no more at {@code to}. */
    Instant next(Instant now) {
        var here = now.atZone(ZONE);
        if (!contains(here.toLocalTime())) return now;
        var end = here.with(to);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }

    private boolean contains(LocalTime time) {
        if (from.equals(to)) return false;
        var begun = !time.isBefore(from);
        var ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
