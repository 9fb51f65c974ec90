package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.SendOutcome.NotDelivered;
import cn.yuanlin.admin.identity.SendOutcome.Sent;
import cn.yuanlin.admin.identity.SendOutcome.TooMany;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** One-time codes by text message: who holds the phone can say the code. */
@Component
class SmsCodes {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int TRIES = 5;

    private static final int CODES = 1_000_000;

    private final SmsCodeStore store;
    private final SmsSender sender;
    private final KeyedHash hash;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SmsCodes(SmsCodeStore store, SmsSender sender, KeyedHash hash, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.sender = sender;
        this.hash = hash;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new code replaces the one before. What is asked for counts, also if it can't be delivered. */
    public SendOutcome send(Phone phone, Sender from) {
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        var wait = Objects.requireNonNull(transaction.execute(status -> admit(phone, from, code)));
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        return sender.sendCode(phone, code) ? new Sent(SmsLimits.RESEND_AFTER) : new NotDelivered();
    }

    private Optional<Duration> admit(Phone phone, Sender from, String code) {
        var now = clock.instant();
        var phoneHash = hash.of(phone);
        var senderHash = hash.of(from);
        store.lock(phoneHash, senderHash);
        var wait = SmsLimits.wait(
                store.requestsOfPhone(phoneHash, now.minus(SmsLimits.LONGEST)),
                store.requestsOfSender(senderHash, now.minus(SmsLimits.LONGEST)),
                now);
        if (wait.isEmpty()) {
            store.note(phoneHash, senderHash, now);
            store.put(phoneHash, hash.of(phone, code), now.plus(LIFE));
        }
        return wait;
    }

    /**
     * Whether this is the phone's code. Right, it is used up; wrong, one of five tries is, and that stays so whatever
     * becomes of the request.
     */
    @Transactional
    public boolean redeem(Phone phone, String code) {
        var phoneHash = hash.of(phone);
        var expected = store.takeTry(phoneHash, TRIES, clock.instant());
        var said = hash.of(phone, code);
        return expected.isPresent() && MessageDigest.isEqual(expected.get(), said) && store.use(phoneHash, said);
    }

    /** Lets the dead rows go. */
    @Transactional
    public void forget() {
        var now = clock.instant();
        store.forget(now, now.minus(SmsLimits.LONGEST));
    }
}
