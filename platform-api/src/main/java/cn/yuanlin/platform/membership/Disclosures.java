package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.keys.EstateKeys;
import cn.yuanlin.platform.membership.DisclosureStore.PersonalDataReading;
import cn.yuanlin.platform.people.Holders;
import cn.yuanlin.platform.people.Holders.Field;
import cn.yuanlin.platform.personaldata.PersonalRecords;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a person's phone or document in plain, for a reason, and shows that person who looked (谁看过我的信息). */
@Service
class Disclosures implements PersonalRecords {
    private static final int A_DAY = 50;

    private final DisclosureStore store;
    private final Holders holders;
    private final EstateKeys keys;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** How asking for a value ended. */
    sealed interface Outcome {
        record ShownValue(String value) implements Outcome {
            @Override
            public String toString() {
                return "ShownValue[]";
            }
        }

        /** No such person, or nothing kept of that kind. */
        record NothingThere() implements Outcome {}

        /** So many in a day are not for single reasons any more. */
        record TooMany() implements Outcome {}
    }

    Disclosures(
            DisclosureStore store,
            Holders holders,
            EstateKeys keys,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.holders = holders;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Outcome disclose(Caller reader, UUID person, Field field, String reason) {
        // Opened before the transaction, because opening keys takes another connection.
        var secrets = keys.current();
        return Objects.requireNonNull(transaction.execute(status -> {
            var now = clock.instant();
            store.lock(reader.subject());
            if (store.countSince(reader.subject(), now.minus(Duration.ofDays(1))) >= A_DAY)
                return new Outcome.TooMany();
            var value = holders.reveal(person, field, secrets);
            if (value.isEmpty()) return new Outcome.NothingThere();
            store.insert(person, field, reader, reason, now);
            audit.note(reader.subject(), "person.disclosed", "person", person, Map.of("field", field.name()));
            return new Outcome.ShownValue(value.get());
        }));
    }

    /** Newest first: who saw what of the persons on the roll that the caller is. */
    Page<PersonalDataReading> ofMine(Caller person, Keyset keyset) {
        return Objects.requireNonNull(transaction.execute(status -> Page.of(
                store.ofSubject(person.subject(), keyset),
                keyset,
                reading -> List.of(reading.id().toString()))));
    }

    /** Newest first: who saw what of anybody on the roll. */
    Page<PersonalDataReading> ofAll(Keyset keyset) {
        return Objects.requireNonNull(transaction.execute(status -> Page.of(
                store.all(keyset), keyset, reading -> List.of(reading.id().toString()))));
    }

    @Override
    public String section() {
        return "disclosures";
    }

    @Override
    public List<PersonalDataReading> of(String subject) {
        return store.ofSubject(subject, new Keyset(MOST_ROWS - 1, List.of()));
    }
}
