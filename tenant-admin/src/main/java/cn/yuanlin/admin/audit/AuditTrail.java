package cn.yuanlin.admin.audit;

import cn.yuanlin.admin.security.CurrentCaller;
import cn.yuanlin.admin.shared.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records acts in the caller's transaction, so that an act and its trace stand or fall together. Acts are named
 * {@code noun.verb}, e.g. {@code estate.suspend}. Details hold ids, counts and states, never a resident's data.
 */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records an act of the request's caller; on PUBLIC endpoints and in jobs name the {@link Actor} instead. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, Subject subject, Map<String, ?> detail) {
        var actor = CurrentCaller.get()
                .map(Actor::of)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in: name the actor"));
        record(actor, act, subject, detail);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String act, Subject subject, Map<String, ?> detail) {
        jdbc.sql("""
                insert into control.audit_event
                  (id, at, actor_subject, actor_name, act, office_id, subject_type, subject_id, subject_name, detail)
                values (:id, :at, :actorSubject, :actorName, :act, :office, :type, :subject, :name, cast(:detail as jsonb))
                """)
                .param("id", ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actorSubject", actor.subject())
                .param("actorName", actor.name())
                .param("act", act)
                .param("office", subject.office())
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("name", subject.name())
                .param("detail", json.writeValueAsString(detail))
                .update();
    }
}
