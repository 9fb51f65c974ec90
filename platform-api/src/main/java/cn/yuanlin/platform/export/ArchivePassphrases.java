package cn.yuanlin.platform.export;

import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.keys.EstateSecrets;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.Estate;
import cn.yuanlin.platform.tenancy.TenancyProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What opens an estate's archive: the committee reads it while the estate is open, and nobody else ever does. Made when it is first
 * needed; never changes.
 */
@Component
public class ArchivePassphrases {
    static final String COLUMN = "archive_passphrase.cipher";
    static final String ROW = "only";
    private static final String READ = "archive-passphrase.read";
    private static final int RETRY_SECONDS = 60;

    private final ArchivePassphraseStore store;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * @param earlierReadings before this one, by whomever: who signed in with somebody's one-time password can't take theirs away
     * @param firstReadAt the first of them; null if this is the first
     * @param takenAt when somebody first said that it is copied down; null until then
     */
    record ArchivePassphrase(
            String passphrase,
            int earlierReadings,
            @Nullable Instant firstReadAt,
            @Nullable Instant takenAt) {
        @Override
        public String toString() {
            return "ArchivePassphrase[]";
        }
    }

    ArchivePassphrases(
            ArchivePassphraseStore store,
            EstateKeys keys,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a committee member has copied it down: without that, an archive can't be opened by anybody once the estate is closed. */
    public boolean isTaken(Estate estate) {
        return CurrentEstate.call(
                estate,
                () -> inTransaction(() -> store.hasTables() && store.takenAt().isPresent()));
    }

    /** Shows it to a member of the committee of the estate that is bound, and notes that. */
    ArchivePassphrase show(String reader) {
        // Opened before the transaction, because opening keys takes another connection.
        var secrets = keys.current();
        return inTransaction(() -> {
            var passphrase = passphrase(secrets);
            var earlier = audit.earlier(READ);
            note(reader, READ);
            return new ArchivePassphrase(
                    passphrase,
                    earlier.times(),
                    earlier.first(),
                    store.takenAt().orElse(null));
        });
    }

    /**
     * A member of the committee of the estate that is bound says that it is copied down; noted each time, the first one counts.
     *
     * @return false if there is none yet, so that nobody can have it
     */
    boolean take(String holder) {
        return inTransaction(() -> {
            if (!store.hasTables() || store.find().isEmpty()) return false;
            note(holder, "archive-passphrase.taken");
            store.take(clock.instant());
            return true;
        });
    }

    private void note(String actor, String act) {
        audit.note(actor, act, "estate", CurrentEstate.get().id(), Map.of());
    }

    /** For the archive of the estate that is bound. */
    String forArchive() {
        var secrets = keys.current();
        return inTransaction(() -> passphrase(secrets));
    }

    private String passphrase(EstateSecrets secrets) {
        if (!store.hasTables())
            throw TenancyProblem.ESTATE_UPGRADING
                    .problem()
                    .retryAfter(RETRY_SECONDS)
                    .raise();
        if (store.find().isEmpty()) store.keep(secrets.encrypt(Passphrase.random(), COLUMN, ROW), clock.instant());
        return secrets.decrypt(store.find().orElseThrow(), COLUMN, ROW);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
