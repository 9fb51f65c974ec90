package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.Holders.Field;
import cn.yuanlin.platform.shared.Keyset;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw what of whom, in the caller's transaction. */
@Component
class DisclosureStore {
    private final JdbcClient jdbc;
    private final TieNames names;

    DisclosureStore(JdbcClient jdbc, TieNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** @param reader the name of who looked, as it was then */
    record PersonalDataReading(UUID id, String person, Field field, String reader, String reason, Instant at) {}

    /** The readings of one reader are counted one after the other. */
    void lock(String reader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' disclosure ' || ?, 0))")
                .param(reader)
                .query(row -> {});
    }

    int countSince(String reader, Instant since) {
        return jdbc.sql("select count(*) from personal_data_reading where reader = ? and at > ?")
                .params(reader, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void insert(UUID person, Field field, Caller reader, String reason, Instant at) {
        jdbc.sql("""
                insert into personal_data_reading (person_id, field, reader, reader_name, reason, at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(person, field.name(), reader.subject(), names.of(reader), reason, Timestamp.from(at))
                .update();
    }

    /** Of every person on the roll that a verified tie of the account stands for. */
    List<PersonalDataReading> ofSubject(String subject, Keyset keyset) {
        return jdbc.sql("""
                select r.id, p.name person, r.field, r.reader_name, r.reason, r.at
                from personal_data_reading r join person p on p.id = r.person_id
                where r.id < ? and exists (
                    select from membership m where m.person_id = r.person_id and m.subject = ? and m.state = 'VERIFIED')
                order by r.id desc limit ?
                """)
                .param(keyset.isFirstPage() ? new UUID(-1, -1) : keyset.uuid(0))
                .param(subject)
                .param(keyset.limit() + 1)
                .query((row, n) -> new PersonalDataReading(
                        row.getObject("id", UUID.class),
                        row.getString("person"),
                        Field.valueOf(row.getString("field")),
                        row.getString("reader_name"),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
