package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.identity.RedeemOutcome.Right;
import cn.yuanlin.admin.identity.RedeemOutcome.TooManyTries;
import cn.yuanlin.admin.identity.RedeemOutcome.Wrong;
import cn.yuanlin.admin.identity.SendOutcome.NotDelivered;
import cn.yuanlin.admin.identity.SendOutcome.Sent;
import cn.yuanlin.admin.identity.SendOutcome.TooMany;
import cn.yuanlin.admin.identity.SmsFigures.Result;
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

    private static final int CODES = 1_000_000;

    private final SmsCodeStore store;
    private final SmsSender sender;
    private final SmsBudget budget;
    private final SmsFigures figures;
    private final KeyedHash hash;
    private final TransactionTemplate transaction;
    private final int senderHourly;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SmsCodes(
            SmsCodeStore store,
            SmsSender sender,
            SmsBudget budget,
            SmsFigures figures,
            KeyedHash hash,
            TransactionTemplate transaction,
            IdentitySettings settings,
            Clock clock) {
        this.store = store;
        this.sender = sender;
        this.budget = budget;
        this.figures = figures;
        this.hash = hash;
        this.transaction = transaction;
        this.senderHourly = settings.sms().limits().senderHourly();
        this.clock = clock;
    }

    /**
     * Codes sent before stay good for their five minutes: whoever asks on behalf of somebody else takes nothing from them. What is asked for
     * counts, also if it can't be delivered.
     */
    public SendOutcome send(Phone phone, Sender from) {
        var code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        var refusal = Objects.requireNonNull(transaction.execute(status -> admit(phone, from, code)));
        if (refusal.isPresent()) {
            figures.count(refusal.get() instanceof TooMany ? Result.LIMITED : Result.BUDGET_SPENT);
            return refusal.get();
        }
        var delivered = sender.sendCode(phone, code);
        figures.count(delivered ? Result.SENT : Result.UNDELIVERED);
        return delivered ? new Sent(SmsLimits.RESEND_AFTER) : new NotDelivered();
    }

    /** @return why no code is sent; empty if one is */
    private Optional<SendOutcome> admit(Phone phone, Sender from, String code) {
        var now = clock.instant();
        var since = now.minus(SmsLimits.LONGEST);
        var phoneHash = hash.of(phone);
        var senderHash = hash.of(from);
        store.lock(phoneHash, senderHash);
        var wait = SmsLimits.wait(
                store.requestsOfPhone(phoneHash, since),
                store.requestsOfPair(phoneHash, senderHash, since),
                store.requestsOfSender(senderHash, since),
                senderHourly,
                now);
        if (wait.isPresent()) {
            return Optional.of(new TooMany(wait.get()));
        }
        if (budget.isSpent(now)) {
            return Optional.of(new NotDelivered());
        }
        store.note(phoneHash, senderHash, now);
        store.put(phoneHash, hash.of(phone, code), now.plus(LIFE));
        return Optional.empty();
    }

    /**
     * Whether this is one of the phone's codes. Right, all of them are used up; wrong, a try is noted, and that stays so whatever becomes of
     * the request. Tries count for all codes that are alive, and first for who made them: it takes many senders to use up the owner's, who is
     * then told how long that lasts.
     */
    @Transactional
    public RedeemOutcome redeem(Phone phone, String code, Sender from) {
        var now = clock.instant();
        var since = now.minus(SmsLimits.LONGEST);
        var phoneHash = hash.of(phone);
        var senderHash = hash.of(from);
        store.lock(phoneHash);
        var alive = store.alive(phoneHash, now);
        if (alive.isEmpty()) {
            return new Wrong();
        }
        var wait = SmsLimits.waitForTry(
                store.triesOfPhone(phoneHash, since), store.triesOfPair(phoneHash, senderHash, since), now);
        if (wait.isPresent()) {
            return new TooManyTries(wait.get());
        }
        var said = hash.of(phone, code);
        var right = false;
        for (var expected : alive) {
            right |= MessageDigest.isEqual(expected, said);
        }
        if (right) {
            store.useAll(phoneHash);
        } else {
            store.noteTry(phoneHash, senderHash, now);
        }
        return right ? new Right() : new Wrong();
    }

    /** Lets the dead rows go. */
    @Transactional
    public void forget() {
        var now = clock.instant();
        store.forget(now, now.minus(SmsLimits.LONGEST));
    }
}
