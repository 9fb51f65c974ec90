package cn.yuanlin.admin.audit;

import cn.yuanlin.admin.security.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditStore {
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(UUID id, Instant at, Actor actor, String act, Subject subject, Map<String, ?> detail) {
        jdbc.sql("""
                insert into control.audit_event
                  (id, at, actor_subject, actor_name, act, office_id, subject_type, subject_id, subject_name, detail)
                values (:id, :at, :actorSubject, :actorName, :act, :office, :type, :subject, :name,
                  cast(:detail as jsonb))
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
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

    /** Newest first. */
    List<AuditEvent> page(Area area, AuditFilter filter, @Nullable UUID before, int limit) {
        // The hierarchy is read where it is kept: a street's events include those of its communities.
        return jdbc.sql("""
                        select id, at, actor_subject, actor_name, act, subject_type, subject_id, subject_name, detail
                        from control.audit_event
                        where (:everywhere or office_id = any(:offices))
                          and (cast(:office as uuid) is null or office_id in (
                            select o.id from control.office o where o.id = :office or o.parent_id = :office))
                          and (cast(:estate as text) is null or (subject_type = 'estate' and subject_id = :estate))
                          and (cast(:act as text) is null or act = :act)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("everywhere", area.everywhere())
                .param("offices", area.officeArray())
                .param("office", filter.office())
                .param(
                        "estate",
                        filter.estate() == null ? null : filter.estate().toString())
                .param("act", filter.act())
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> event(row))
                .list();
    }

    private AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditEvent.By(row.getString("actor_subject"), row.getString("actor_name")),
                row.getString("act"),
                new AuditEvent.About(
                        row.getString("subject_type"), row.getString("subject_id"), row.getString("subject_name")),
                json.readValue(row.getString("detail"), DETAIL));
    }
}
