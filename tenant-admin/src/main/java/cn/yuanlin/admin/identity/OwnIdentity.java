package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.Changed;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.CodeRefused;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.NoAccount;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.PhoneTaken;
import cn.yuanlin.admin.keycloak.Residents;
import cn.yuanlin.admin.keycloak.VerifiedPhone;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signed-in resident does with their own account. On the record without a phone or a name. */
@Component
class OwnIdentity {
    /** So long a code that was said counts for what follows. */
    static final Duration PROOF_LIFE = Duration.ofMinutes(10);

    private final ResidentAccountStore store;
    private final Residents residents;
    private final SmsCodes codes;
    private final SmsSender sender;
    private final KeyedHash hash;
    private final WeChat weChat;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnIdentity(
            ResidentAccountStore store,
            Residents residents,
            SmsCodes codes,
            SmsSender sender,
            KeyedHash hash,
            WeChat weChat,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.residents = residents;
        this.codes = codes;
        this.sender = sender;
        this.hash = hash;
        this.weChat = weChat;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** To the account's own phone, whose number the front end need not know. Empty if there is no such account. */
    Optional<SendOutcome> sendCode(UUID subject, Sender from) {
        return ownPhone(subject).map(phone -> codes.send(phone, from));
    }

    /** @return whether this is the code that was sent to the account's own phone */
    RedeemOutcome showPhone(UUID subject, String code, Sender from) {
        var outcome =
                ownPhone(subject).map(phone -> codes.redeem(phone, code, from)).orElseGet(RedeemOutcome.Wrong::new);
        if (outcome instanceof RedeemOutcome.Right) {
            store.notePhoneShown(subject, clock.instant());
        }
        return outcome;
    }

    /**
     * Whoever can't show the old phone any more still gets on, signs in anew and proves who they are. The old phone is
     * told in any case.
     *
     * @param code sent to the new phone
     */
    PhoneChangeOutcome changePhone(UUID subject, Phone phone, String code, Sender from) {
        var old = ownPhone(subject);
        if (old.isEmpty()) {
            return new NoAccount();
        }
        if (codes.redeem(phone, code, from) instanceof RedeemOutcome.Refused refused) {
            return new CodeRefused(refused);
        }
        try {
            var outcome = Objects.requireNonNull(transaction.execute(status -> move(subject, phone)));
            if (outcome instanceof Changed && !old.get().equals(phone)) {
                // It can't be asked back if this fails; the sender logs it.
                sender.tellReplaced(old.get());
            }
            return outcome;
        } catch (DuplicateKeyException takenJustNow) {
            return new PhoneTaken();
        }
    }

    private PhoneChangeOutcome move(UUID subject, Phone phone) {
        store.lock(subject);
        var now = clock.instant();
        boolean shown = store.phoneWasShownSince(subject, now.minus(PROOF_LIFE));
        if (!store.changePhone(subject, hash.of(phone), now, !shown)) {
            return new PhoneTaken();
        }
        note("resident.change-phone", subject);
        // Both last: if Keycloak is away, nothing has changed, though the person may have to sign in again.
        if (!shown) {
            residents.signOutEverywhere(subject);
        }
        residents.changePhone(subject, new VerifiedPhone(phone.number(), now));
        return new Changed();
    }

    private Optional<Phone> ownPhone(UUID subject) {
        return store.find(subject)
                .flatMap(account -> residents.phoneOf(subject))
                .map(phone -> Phone.parse(phone.number()));
    }

    boolean isResident(UUID subject) {
        return store.find(subject).isPresent();
    }

    boolean isLinkedToWeChat(UUID subject) {
        return residents.isLinked(subject, weChat.openIds());
    }

    /** For a WeChat account that was lost or stolen: it opens nothing here any more, from this moment on. */
    void forgetWeChat(UUID subject) {
        transaction.executeWithoutResult(status -> {
            note("resident.unlink-wechat", subject);
            residents.unlink(subject, weChat.openIds());
            residents.unlink(subject, weChat.unionIds());
            residents.signOutEverywhere(subject);
        });
    }

    private void note(String act, UUID subject) {
        audit.record(act, new Subject("resident", subject.toString(), "居民", null), Map.of());
    }
}
