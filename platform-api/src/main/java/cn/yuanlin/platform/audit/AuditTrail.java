package cn.yuanlin.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Notes acts of people in the estate that is bound. */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    /** @param first null if there are none */
    public record Earlier(int times, @Nullable Instant first) {}

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
