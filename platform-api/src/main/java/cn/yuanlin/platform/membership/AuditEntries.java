package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.audit.AuditKind;
import cn.yuanlin.platform.audit.AuditTrail;
import cn.yuanlin.platform.audit.AuditTrail.Noted;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The estate's audit trail for those who watch over it: with names and doors in place of ids, as they are today. */
@Service
class AuditEntries {
    private static final String PLATFORM = "平台";
    private static final String RESIDENT = "居民";

    private final AuditTrail trail;
    private final TieNames names;
    private final JdbcClient jdbc;

    /**
     * An act.
     *
     * @param by the name of who acted
     * @param act a verb of the domain, such as {@code roll.export}
     * @param about whose or which door's; null where that says nothing to people
     * @param detail what else was noted, small
     */
    record AuditEntry(
            UUID id,
            Instant at,
            String by,
            String act,
            @Nullable String about,
            Map<String, String> detail) {}

    AuditEntries(AuditTrail trail, TieNames names, JdbcClient jdbc) {
        this.trail = trail;
        this.names = names;
        this.jdbc = jdbc;
    }

    /** Newest first; in six statements a page. */
    @Transactional(readOnly = true)
    Page<AuditEntry> read(AuditKind kind, @Nullable LocalDate day, Keyset keyset) {
        var page = Page.of(
                trail.read(kind, day, keyset),
                keyset,
                noted -> List.of(noted.id().toString()));
        var actors = actors(page.items());
        var subjects = subjects(page.items());
        return page.map(noted -> new AuditEntry(
                noted.id(),
                noted.at(),
                actors.getOrDefault(noted.actor(), noted.act().startsWith("estate.") ? PLATFORM : RESIDENT),
                noted.act(),
                noted.subjectType().equals("roll_version") ? noted.subjectId() : subjects.get(noted.subjectId()),
                detail(noted)));
    }

    /** As on the roll, or else as whoever let them in called them. */
    private Map<String, String> actors(List<Noted> page) {
        var subjects = page.stream().map(Noted::actor).collect(Collectors.toSet());
        var called = new HashMap<String, String>();
        jdbc.sql("""
                select subject, name from staff_name where subject = any(:subjects::text[])
                union all select subject, name from member where name <> subject and subject = any(:subjects::text[])
                """).param("subjects", subjects.toArray(String[]::new)).query(row -> {
            called.put(row.getString(1), row.getString(2));
        });
        called.putAll(names.of(subjects));
        return called;
    }

    /** By id; only of what has a name or a door. */
    private Map<String, String> subjects(List<Noted> page) {
        var called = new HashMap<String, String>();
        jdbc.sql("""
                select u.id, b.name, u.entrance, u.room from unit u join building b on b.id = u.building_id
                where u.id = any(:ids::uuid[])
                """).param("ids", idsOf(page, "unit")).query(row -> {
            called.put(row.getString(1), new UnitNo(row.getString(2), row.getString(3), row.getString(4)).toString());
        });
        jdbc.sql("""
                select id, name from person where id = any(:persons::uuid[])
                union all select id, concat_ws(' ', name, door) from membership where id = any(:ties::uuid[])
                union all select a.id, m.name from appointment a join membership m on m.id = a.membership_id
                where a.id = any(:offices::uuid[])
                union all select a.id, n.name from staff_appointment a join staff_name n on n.subject = a.subject
                where a.id = any(:posts::uuid[])
                """)
                .param("persons", idsOf(page, "person"))
                .param("ties", idsOf(page, "membership"))
                .param("offices", idsOf(page, "appointment"))
                .param("posts", idsOf(page, "staff_appointment"))
                .query(row -> {
                    called.put(row.getString(1), row.getString(2));
                });
        return called;
    }

    private static String[] idsOf(List<Noted> page, String type) {
        return page.stream()
                .filter(noted -> noted.subjectType().equals(type))
                .map(Noted::subjectId)
                .distinct()
                .toArray(String[]::new);
    }

    private static Map<String, String> detail(Noted noted) {
        return noted.detail().entrySet().stream()
                .filter(entry -> Objects.nonNull(entry.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }
}
