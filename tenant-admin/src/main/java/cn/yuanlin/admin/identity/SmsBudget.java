package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.IdentitySettings.SmsLimitSettings;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What all messages together may cost: who asks for codes from a thousand addresses spends no more than this. */
@Component
class SmsBudget {
    private static final Logger log = LoggerFactory.getLogger(SmsBudget.class);

    private final SmsCodeStore store;
    private final SmsLimitSettings limits;

    SmsBudget(SmsCodeStore store, IdentitySettings settings) {
        this.store = store;
        this.limits = settings.sms().limits();
    }

    /** Requests at the same moment may each be the last: a few more, never many. */
    boolean isSpent(Instant now) {
        return isReached("hour", limits.hourly(), now.minus(Duration.ofHours(1)))
                || isReached("day", limits.daily(), now.minus(Duration.ofDays(1)));
    }

    private boolean isReached(String window, int most, Instant since) {
        if (store.requestsSince(since) < most) {
            return false;
        }
        log.error("no codes are sent: all {} messages of the {} are spent", most, window);
        return true;
    }
}
