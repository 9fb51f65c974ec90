package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.committee.Staff.Engaged;
import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts and their ends, in the caller's transaction. */
@Component
class StaffStore {
    /** Accounts of the person behind :subject: the roll may know one person by two accounts. */
    private static final String SAME_PERSON = """
            (select :subject union
             select other.subject from membership mine join membership other on other.person_id = mine.person_id
             where mine.subject = :subject)
            """;

    private static final String HELD = """
            from staff_appointment a left join staff_end e on e.appointment_id = a.id
            """;

    /** Days of a post of {@link #HELD}. */
    private static final String DAYS = "daterange(a.starts_on, least(a.ends_on + 1, e.on_day))";

    private static final String APPOINTMENTS = """
            select a.id, a.subject, n.name, a.post, a.starts_on, a.ends_on, e.on_day, e.reason
            """ + HELD + " join staff_name n on n.subject = a.subject ";

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more than the page holds, if there is one. */
    List<StaffAppointment> all(Keyset keyset) {
        return jdbc.sql(APPOINTMENTS + " where a.id < ? order by a.id desc limit ?")
                .params(keyset.isFirstPage() ? new UUID(-1, -1) : keyset.uuid(0), keyset.limit() + 1)
                .query(StaffStore::appointment)
                .list();
    }

    Optional<StaffAppointment> find(UUID id) {
        return jdbc.sql(APPOINTMENTS + " where a.id = ?")
                .param(id)
                .query(StaffStore::appointment)
                .optional();
    }

    List<StaffAppointment> of(String subject, int limit) {
        return jdbc.sql(APPOINTMENTS + " where a.subject = ? order by a.id desc limit ?")
                .params(subject, limit)
                .query(StaffStore::appointment)
                .list();
    }

    /** Whether the person has that post on one of those days. */
    boolean isInPost(String subject, Engaged engaged) {
        return jdbc.sql("select exists (select " + HELD + " where a.subject = :subject and a.post = :post and " + DAYS
                        + " && daterange(:from::date, :until::date, '[]'))")
                .param("subject", subject)
                .param("post", engaged.post().name())
                .param("from", engaged.from())
                .param("until", engaged.until())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person is of the property company on one of those days, or without days by the control plane's word. */
    boolean servesProperty(String subject, LocalDate from, LocalDate until) {
        return jdbc.sql("select exists (select " + HELD + " where a.post = 'PROPERTY' and a.subject in " + SAME_PERSON
                        + " and " + DAYS + """
                         && daterange(:from::date, :until::date, '[]'))
                        or exists (select from member m join member_role r on r.subject = m.subject
                                   where m.state = 'ACTIVE' and r.role = 'PROPERTY' and m.subject in %s)
                        """.formatted(SAME_PERSON))
                .param("subject", subject)
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    /** Empty if it is a post of the property company for somebody who sits on the committee on one of those days. */
    Optional<UUID> insert(String subject, Engaged engaged, Caller byWhom, Instant at) {
        return jdbc.sql("""
                insert into staff_appointment (membership_id, subject, post, starts_on, ends_on, recorded_at, by_whom)
                select :membership::uuid, :subject, :post, :from::date, :until::date, :at::timestamptz, :byWhom
                where :post <> 'PROPERTY' or not (
                    exists (select from appointment a join term t on t.id = a.term_id
                            left join resignation r on r.appointment_id = a.id
                            where a.subject in %1$s
                              and daterange(a.starts_on, least(t.ends_on + 1, r.on_day)) && daterange(:from::date, :until::date, '[]'))
                    or exists (select from member m join member_role r on r.subject = m.subject
                               where m.state = 'ACTIVE' and r.role = 'COMMITTEE' and m.subject in %1$s))
                returning id
                """.formatted(SAME_PERSON))
                .param("membership", engaged.membership())
                .param("subject", subject)
                .param("post", engaged.post().name())
                .param("from", engaged.from())
                .param("until", engaged.until())
                .param("at", Timestamp.from(at))
                .param("byWhom", byWhom.subject())
                .query(UUID.class)
                .optional();
    }

    void insertEnd(UUID appointment, LocalDate on, String reason, Caller byWhom, Instant at) {
        jdbc.sql("insert into staff_end (appointment_id, on_day, reason, recorded_at, by_whom) values (?, ?, ?, ?, ?)")
                .params(appointment, on, reason, Timestamp.from(at), byWhom.subject())
                .update();
    }

    /** Ends what is not over yet, each from its own first day at the earliest. */
    void endAll(String subject, LocalDate today, String reason, Instant at) {
        jdbc.sql(
                        "insert into staff_end (appointment_id, on_day, reason, recorded_at, by_whom) "
                                + "select a.id, greatest(a.starts_on, :today::date), :reason, :at::timestamptz, :subject "
                                + HELD
                                + " where a.subject = :subject and e.on_day is null and (a.ends_on is null or a.ends_on >= :today)")
                .param("subject", subject)
                .param("today", today)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .update();
    }

    void name(String subject, String name) {
        jdbc.sql(
                        "insert into staff_name (subject, name) values (?, ?) on conflict (subject) do update set name = excluded.name")
                .params(subject, name)
                .update();
    }

    void rename(String subject, String name) {
        jdbc.sql("update staff_name set name = ? where subject = ?")
                .params(name, subject)
                .update();
    }

    private static StaffAppointment appointment(ResultSet row, int number) throws SQLException {
        return new StaffAppointment(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("name"),
                Post.valueOf(row.getString("post")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"));
    }
}
