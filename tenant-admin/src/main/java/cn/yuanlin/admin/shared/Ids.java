package cn.yuanlin.admin.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Time-ordered ids (UUID version 7), ascending within this process even inside one millisecond. */
@Component
public class Ids {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        return new UUID(timestampAndCounter(), 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL));
    }

    /** 48 bits of milliseconds, the version, 12 bits of counter; a full counter borrows the next millisecond. */
    private synchronized long timestampAndCounter() {
        var now = clock.millis() << 12;
        last = Math.max(last + 1, now);
        return ((last >>> 12) << 16) | 0x7000 | (last & 0xFFF);
    }
}
