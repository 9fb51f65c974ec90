package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.audit.Subject;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.Changed;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.CodeWrong;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.NoAccount;
import cn.yuanlin.admin.identity.PhoneChangeOutcome.PhoneTaken;
import cn.yuanlin.admin.keycloak.Residents;
import cn.yuanlin.admin.keycloak.VerifiedPhone;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a signed-in resident does with their own account. On the record without a phone or a name. */
@Component
class OwnIdentity {
    private final ResidentAccountStore store;
    private final Residents residents;
    private final SmsCodes codes;
    private final KeyedHash hash;
    private final WeChat weChat;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OwnIdentity(
            ResidentAccountStore store,
            Residents residents,
            SmsCodes codes,
            KeyedHash hash,
            WeChat weChat,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.residents = residents;
        this.codes = codes;
        this.hash = hash;
        this.weChat = weChat;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param code sent to the new phone */
    PhoneChangeOutcome changePhone(UUID subject, Phone phone, String code) {
        if (store.find(subject).isEmpty()) {
            return new NoAccount();
        }
        if (!codes.redeem(phone, code)) {
            return new CodeWrong();
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> move(subject, phone)));
        } catch (DuplicateKeyException takenJustNow) {
            return new PhoneTaken();
        }
    }

    private PhoneChangeOutcome move(UUID subject, Phone phone) {
        if (!store.changePhone(subject, hash.of(phone))) {
            return new PhoneTaken();
        }
        note("resident.change-phone", subject);
        // Last: if Keycloak is away, nothing has changed.
        residents.changePhone(subject, new VerifiedPhone(phone.number(), clock.instant()));
        return new Changed();
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

    /** Estates keep what the law makes them keep, under the subject, which from now on names nobody. */
    void close(UUID subject) {
        transaction.executeWithoutResult(status -> {
            store.close(subject, clock.instant());
            note("resident.close-account", subject);
            residents.delete(subject);
        });
    }

    private void note(String act, UUID subject) {
        audit.record(act, new Subject("resident", subject.toString(), "居民", null), Map.of());
    }
}
