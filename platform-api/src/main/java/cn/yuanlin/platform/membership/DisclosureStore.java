package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.Holders.Field;
import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** What was seen of a person. */
    enum Seen {
        PHONE,
        ID_NUMBER,
        /** A file handed in with a request. */
        EVIDENCE
    }

    /** @param reader the name of who looked, as it was then */
    record PersonalDataReading(UUID id, String person, Seen field, String reader, String reason, Instant at) {}

    /** The readings of one reader are counted one after the other. */
    void lock(String reader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' disclosure ' || ?, 0))")
                .param(reader)
                .query(row -> {});
    }

    int countSince(String reader, Instant since) {
        return jdbc.sql("select count(*) from personal_data_reading "
                        + "where person_id is not null and export_id is null and reader = ? and at > ?")
                .params(reader, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int exportsSince(String reader, Instant since) {
        return jdbc.sql("select count(distinct export_id) from personal_data_reading "
                        + "where export_id is not null and reader = ? and at > ?")
                .params(reader, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** A row for each phone and each document of the roll as it is now; of who only acts for a holder the roll shows no document. */
    void insertRoll(UUID export, Caller reader, String reason, Instant at) {
        jdbc.sql("""
                insert into personal_data_reading (person_id, field, export_id, reader, reader_name, reason, at)
                select shown.id, shown.field, :export::uuid, :reader, :name, :reason, :at::timestamptz
                from (select id, 'PHONE' field from person
                      where phone_cipher is not null
                        and id in (select person_id from holding union select representative_id from holding)
                      union all
                      select id, 'ID_NUMBER' from person
                      where id_cipher is not null and id in (select person_id from holding)) shown
                """)
                .param("export", export)
                .param("reader", reader.subject())
                .param("name", names.of(reader))
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    void insert(UUID person, Field field, Caller reader, String reason, Instant at) {
        jdbc.sql("""
                insert into personal_data_reading (person_id, field, reader, reader_name, reason, at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(person, field.name(), reader.subject(), names.of(reader), reason, Timestamp.from(at))
                .update();
    }

    /** A look at a file that was handed in with a request. */
    void insertEvidence(UUID membership, Caller reader, String reason, Instant at) {
        jdbc.sql("""
                insert into personal_data_reading (membership_id, field, reader, reader_name, reason, at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        membership,
                        Seen.EVIDENCE.name(),
                        reader.subject(),
                        names.of(reader),
                        reason,
                        Timestamp.from(at))
                .update();
    }

    /** Of everybody, newest first; whole exports of the roll, which have a row for each person, are left to the audit trail. */
    List<PersonalDataReading> all(Keyset keyset) {
        return jdbc.sql("""
                select r.id, coalesce(p.name, m.name) person, r.field, r.reader_name, r.reason, r.at
                from personal_data_reading r
                left join person p on p.id = r.person_id left join membership m on m.id = r.membership_id
                where r.id < ? and r.export_id is null
                order by r.id desc limit ?
                """)
                .param(keyset.isFirstPage() ? new UUID(-1, -1) : keyset.uuid(0))
                .param(keyset.limit() + 1)
                .query(DisclosureStore::reading)
                .list();
    }

    /** Of every person on the roll that a verified tie of the account stands for, and of what the account handed in itself. */
    List<PersonalDataReading> ofSubject(String subject, Keyset keyset) {
        return jdbc.sql("""
                select * from (
                    select r.id, p.name person, r.field, r.reader_name, r.reason, r.at
                    from (select distinct person_id from membership where subject = :subject and state = 'VERIFIED') mine
                    join personal_data_reading r on r.person_id = mine.person_id
                    join person p on p.id = r.person_id
                    union all
                    select r.id, m.name, r.field, r.reader_name, r.reason, r.at
                    from membership m join personal_data_reading r on r.membership_id = m.id
                    where m.subject = :subject) seen
                where id < :after order by id desc limit :rows
                """)
                .param("subject", subject)
                .param("after", keyset.isFirstPage() ? new UUID(-1, -1) : keyset.uuid(0))
                .param("rows", keyset.limit() + 1)
                .query(DisclosureStore::reading)
                .list();
    }

    private static PersonalDataReading reading(ResultSet row, int number) throws SQLException {
        return new PersonalDataReading(
                row.getObject("id", UUID.class),
                row.getString("person"),
                Seen.valueOf(row.getString("field")),
                row.getString("reader_name"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant());
    }
}
