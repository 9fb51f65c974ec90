package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.Caller;
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

/** Terms, appointments and resignations, in the caller's transaction. */
@Component
class CommitteeStore {
    private static final LocalDate AFTER_ALL = LocalDate.of(9_999, 12, 31);

    private static final String APPOINTMENTS = """
            select a.id, a.term_id, a.membership_id, a.subject, m.name, a.office, a.starts_on, r.on_day, r.reason
            from appointment a join membership m on m.id = a.membership_id
            left join resignation r on r.appointment_id = a.id
            """;

    private final JdbcClient jdbc;

    CommitteeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who changes the committee does so after whoever is at it. Rows that are only added can't be locked. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' committee', 0))")
                .query(row -> {});
    }

    /** Empty if it would overlap another. */
    Optional<UUID> insertTerm(LocalDate startsOn, LocalDate endsOn, Caller byWhom, Instant at) {
        return jdbc.sql("""
                insert into term (starts_on, ends_on, recorded_at, by_whom)
                select ?::date, ?::date, ?::timestamptz, ?::text
                where not exists (select from term where daterange(starts_on, ends_on, '[]') && daterange(?::date, ?::date, '[]'))
                returning id
                """)
                .params(startsOn, endsOn, Timestamp.from(at), byWhom.subject(), startsOn, endsOn)
                .query(UUID.class)
                .optional();
    }

    Optional<CommitteeTerm> term(UUID id) {
        return jdbc.sql("select id, starts_on, ends_on from term where id = ?")
                .param(id)
                .query(CommitteeStore::term)
                .optional()
                .map(term -> with(term, appointmentsOf(List.of(term))));
    }

    /** Newest first; one term more than the page holds, if there is one. */
    List<CommitteeTerm> terms(Keyset keyset) {
        var terms = jdbc.sql(
                        "select id, starts_on, ends_on from term where starts_on < ? order by starts_on desc limit ?")
                .params(keyset.isFirstPage() ? AFTER_ALL : keyset.date(0), keyset.limit() + 1)
                .query(CommitteeStore::term)
                .list();
        var appointments = appointmentsOf(terms);
        return terms.stream().map(term -> with(term, appointments)).toList();
    }

    Optional<Appointment> appointment(UUID id) {
        return jdbc.sql(APPOINTMENTS + " where a.id = ?")
                .param(id)
                .query(CommitteeStore::appointment)
                .optional();
    }

    List<Appointment> appointmentsOf(String subject, int limit) {
        return jdbc.sql(APPOINTMENTS + " where a.subject = ? order by a.id desc limit ?")
                .params(subject, limit)
                .query(CommitteeStore::appointment)
                .list();
    }

    UUID insertAppointment(Appointment appointment, Caller byWhom, Instant at) {
        return jdbc.sql("""
                insert into appointment (term_id, membership_id, subject, office, starts_on, recorded_at, by_whom)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        appointment.term(),
                        appointment.membership(),
                        appointment.subject(),
                        appointment.office().name(),
                        appointment.from(),
                        Timestamp.from(at),
                        byWhom.subject())
                .query(UUID.class)
                .single();
    }

    void insertResignation(UUID appointment, LocalDate on, String reason, Caller byWhom, Instant at) {
        jdbc.sql("""
                insert into resignation (appointment_id, on_day, reason, recorded_at, by_whom) values (?, ?, ?, ?, ?)
                """)
                .params(appointment, on, reason, Timestamp.from(at), byWhom.subject())
                .update();
    }

    private List<Appointment> appointmentsOf(List<CommitteeTerm> terms) {
        if (terms.isEmpty()) return List.of();
        return jdbc.sql(APPOINTMENTS + " where a.term_id = any (?::uuid[]) order by a.term_id, a.starts_on, a.id")
                .param(terms.stream().map(term -> term.id().toString()).toArray(String[]::new))
                .query(CommitteeStore::appointment)
                .list();
    }

    private static CommitteeTerm with(CommitteeTerm term, List<Appointment> appointments) {
        return new CommitteeTerm(
                term.id(),
                term.startsOn(),
                term.endsOn(),
                appointments.stream()
                        .filter(appointment -> appointment.term().equals(term.id()))
                        .toList());
    }

    private static CommitteeTerm term(ResultSet row, int number) throws SQLException {
        return new CommitteeTerm(
                row.getObject("id", UUID.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                List.of());
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("term_id", UUID.class),
                row.getObject("membership_id", UUID.class),
                row.getString("subject"),
                row.getString("name"),
                Office.valueOf(row.getString("office")),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("on_day", LocalDate.class),
                row.getString("reason"));
    }
}
