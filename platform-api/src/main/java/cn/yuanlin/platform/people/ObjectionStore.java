package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Periods, objections and answers; each is written once. */
@Component
class ObjectionStore {
    private static final String PERIOD = "select id, version, opens_on, closes_on from objection_period";

    private static final String OBJECTION = """
            select o.id, o.period_id, o.unit_id, b.name building, u.entrance, u.room, o.subject, o.at, o.text_cipher,
                   a.upheld, a.at answered_at, a.text_cipher answer_cipher
            from objection o
            join unit u on u.id = o.unit_id
            join building b on b.id = u.building_id
            left join objection_answer a on a.objection_id = o.id
            """;

    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ObjectionPeriod open(int version, LocalDate from, LocalDate to, String by, Instant at) {
        return jdbc.sql("""
                insert into objection_period (version, opens_on, closes_on, opened_by, opened_at)
                values (?, ?, ?, ?, ?) returning id, version, opens_on, closes_on
                """)
                .param(version)
                .param(from)
                .param(to)
                .param(by)
                .param(Timestamp.from(at))
                .query(ObjectionStore::period)
                .single();
    }

    /** The period that has a day of these in it; there is at most one of each day. */
    Optional<ObjectionPeriod> periodWithin(LocalDate from, LocalDate to) {
        return jdbc.sql(PERIOD + " where opens_on <= ? and closes_on >= ? order by opens_on limit 1")
                .param(to)
                .param(from)
                .query(ObjectionStore::period)
                .optional();
    }

    /** Newest first; one row more than the page holds, if there is one. */
    List<ObjectionPeriod> periods(Keyset keyset) {
        return jdbc.sql(PERIOD + " where id < ?::uuid order by id desc limit ?")
                .param(start(keyset))
                .param(keyset.limit() + 1)
                .query(ObjectionStore::period)
                .list();
    }

    UUID newId() {
        return jdbc.sql("select uuidv7()")
                .query((row, n) -> row.getObject(1, UUID.class))
                .single();
    }

    /** Two calls of one person come one after the other. */
    void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' objection ' || ?, 0))")
                .param(subject)
                .query(row -> {});
    }

    int raisedBy(String subject, UUID period) {
        return jdbc.sql("select count(*) from objection where period_id = ? and subject = ?")
                .param(period)
                .param(subject)
                .query(Integer.class)
                .single();
    }

    boolean hasRaised(String subject) {
        return jdbc.sql("select exists (select from objection where subject = ?)")
                .param(subject)
                .query(Boolean.class)
                .single();
    }

    void raise(UUID id, UUID period, UUID unit, String subject, byte[] text, Instant at) {
        jdbc.sql("insert into objection (id, period_id, unit_id, subject, at, text_cipher) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(period)
                .param(unit)
                .param(subject)
                .param(Timestamp.from(at))
                .param(text)
                .update();
    }

    boolean exists(UUID objection) {
        return jdbc.sql("select exists (select from objection where id = ?)")
                .param(objection)
                .query(Boolean.class)
                .single();
    }

    /** @return false if it has been answered before */
    boolean answer(UUID objection, boolean upheld, String subject, byte[] text, Instant at) {
        return jdbc.sql("""
                        insert into objection_answer (objection_id, upheld, answered_by, at, text_cipher)
                        values (?, ?, ?, ?, ?) on conflict (objection_id) do nothing
                        """)
                        .param(objection)
                        .param(upheld)
                        .param(subject)
                        .param(Timestamp.from(at))
                        .param(text)
                        .update()
                == 1;
    }

    /**
     * Newest first; one row more than the page holds, if there is one.
     *
     * @param everything whether the reader may read what others wrote
     */
    List<Objection> objections(Keyset keyset, String reader, boolean everything, ObjectionSecrets secrets) {
        return jdbc.sql(OBJECTION + " where o.id < ?::uuid order by o.id desc limit ?")
                .param(start(keyset))
                .param(keyset.limit() + 1)
                .query((row, n) -> objection(row, reader, everything, secrets))
                .list();
    }

    /** A person's own, newest first. */
    List<Objection> raisedBy(String subject, int most, ObjectionSecrets secrets) {
        return jdbc.sql(OBJECTION + " where o.subject = ? order by o.id desc limit ?")
                .params(subject, most)
                .query((row, n) -> objection(row, subject, false, secrets))
                .list();
    }

    private static Objection objection(ResultSet row, String reader, boolean everything, ObjectionSecrets secrets)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var mine = row.getString("subject").equals(reader);
        return new Objection(
                id,
                row.getObject("period_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                new UnitNo(row.getString("building"), row.getString("entrance"), row.getString("room")).toString(),
                row.getTimestamp("at").toInstant(),
                mine,
                mine || everything ? secrets.decryptText(row.getBytes("text_cipher"), id) : null,
                answer(row, id, secrets));
    }

    private static Objection.@Nullable ObjectionAnswer answer(ResultSet row, UUID objection, ObjectionSecrets secrets)
            throws SQLException {
        var cipher = row.getBytes("answer_cipher");
        if (cipher == null) return null;
        return new Objection.ObjectionAnswer(
                row.getBoolean("upheld"),
                secrets.decryptAnswer(cipher, objection),
                row.getTimestamp("answered_at").toInstant());
    }

    private static ObjectionPeriod period(ResultSet row, int number) throws SQLException {
        return new ObjectionPeriod(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class));
    }

    private static String start(Keyset keyset) {
        return keyset.isFirstPage()
                ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                : keyset.uuid(0).toString();
    }
}
