package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** For who hands the whole roll out in plain: everybody on it sees that (谁看过我的信息). */
@Component
public class RollReadings {
    private static final int A_DAY = 5;

    private final DisclosureStore store;
    private final Clock clock;

    RollReadings(DisclosureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Records, in the caller's transaction, that somebody takes the roll out as it is now.
     *
     * @return false if they have done so too often today; then nothing is recorded, and nothing may go out
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean record(UUID export, Caller reader, String reason) {
        var now = clock.instant();
        store.lock(reader.subject());
        if (store.exportsSince(reader.subject(), now.minus(Duration.ofDays(1))) >= A_DAY) return false;
        store.insertRoll(export, reader, reason, now);
        return true;
    }
}
