package cn.yuanlin.admin.identity;

import cn.yuanlin.admin.keycloak.Residents;
import cn.yuanlin.admin.keycloak.VerifiedPhone;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One account per verified phone, however its owner came in. */
@Component
class ResidentAccounts {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int NAME_LENGTH = 12;

    private final ResidentAccountStore store;
    private final Residents residents;
    private final KeyedHash hash;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ResidentAccounts(
            ResidentAccountStore store,
            Residents residents,
            KeyedHash hash,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.residents = residents;
        this.hash = hash;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param created true for the one call that made the account */
    record Ensured(UUID subject, boolean created) {}

    /** The account of a phone that was just verified. */
    Ensured ensure(Phone phone) {
        return ensure(phone, null);
    }

    /**
     * The account of a phone that was just verified, made for this person if there is none. The name is committed first, then Keycloak is told, then the subject
     * is noted: killed anywhere, or asked for twice at once, there is one account in the end.
     */
    Ensured ensure(Phone phone, @Nullable WeChatPerson person) {
        var madeFor = person == null ? null : hash.of(person);
        var now = clock.instant();
        var account = Objects.requireNonNull(
                transaction.execute(status -> store.ensure(hash.of(phone), newName(), madeFor, now)));
        var known = account.subject();
        if (known != null) {
            return new Ensured(known, false);
        }
        var subject = residents.ensureResident(account.username(), new VerifiedPhone(phone.number(), now));
        var created = store.nameSubject(account.username(), subject);
        return new Ensured(subject, created);
    }

    /** Says nothing of the person, not even by its order. */
    private String newName() {
        var name = new StringBuilder("r-");
        for (var i = 0; i < NAME_LENGTH; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
