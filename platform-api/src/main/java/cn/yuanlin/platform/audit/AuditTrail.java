package cn.yuanlin.platform.audit;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notes acts of people in the estate that is bound, and reads them. */
@Component
public class AuditTrail {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final UUID LAST = new UUID(-1, -1);
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    /** @param first null if there are none */
    public record Earlier(int times, @Nullable Instant first) {}

    /**
     * An act as it was noted.
     *
     * @param actor the subject of who acted
     */
    public record Noted(
            UUID id,
            Instant at,
            String actor,
            String act,
            String subjectType,
            String subjectId,
            Map<String, Object> detail) {}

    AuditTrail(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Notes an act in the caller's transaction: both happen or neither.
     *
     * @param actor the subject of who acted
     * @param act a verb of the domain, such as {@code roll.read}
     * @param subjectType and {@code subjectId}: what was acted on; ids, never names or phones
     * @param detail small, without personal data
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String actor, String act, String subjectType, Object subjectId, Map<String, ?> detail) {
        jdbc.sql("""
                        insert into audit_event (at, actor, act, subject_type, subject_id, detail)
                        values (?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        actor,
                        act,
                        subjectType,
                        subjectId.toString(),
                        json.writeValueAsString(detail))
                .update();
    }

    /**
     * What was noted, newest first, one more than the page holds if there is one.
     *
     * @param day in Asia/Shanghai; null for all days
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Noted> read(AuditKind kind, @Nullable LocalDate day, Keyset keyset) {
        var ofDay = day == null ? "" : " and at >= :from and at < :to ";
        var shown = day == null ? LocalDate.EPOCH : day;
        return jdbc.sql("select id, at, actor, act, subject_type, subject_id, detail::text from audit_event "
                        + "where id < :after " + ofDay + kind.condition()
                        + " order by id desc limit :limit")
                .param("acts", kind.acts())
                .param("from", Timestamp.from(shown.atStartOfDay(SHANGHAI).toInstant()))
                .param(
                        "to",
                        Timestamp.from(shown.plusDays(1).atStartOfDay(SHANGHAI).toInstant()))
                .param("after", keyset.isFirstPage() ? LAST : keyset.uuid(0))
                .param("limit", keyset.limit() + 1)
                .query(this::noted)
                .list();
    }

    private Noted noted(ResultSet row, int number) throws SQLException {
        return new Noted(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                json.readValue(row.getString("detail"), DETAIL));
    }

    /** How often an act was noted so far, by whomever. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Earlier earlier(String act) {
        return jdbc.sql("select count(*), min(at) from audit_event where act = ?")
                .param(act)
                .query((row, number) -> {
                    var first = row.getTimestamp(2);
                    return new Earlier(row.getInt(1), first == null ? null : first.toInstant());
                })
                .single();
    }
}
