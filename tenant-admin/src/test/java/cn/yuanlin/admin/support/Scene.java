package cn.yuanlin.admin.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets scenes straight in the database: offices and their staff, each with a name of its own. */
@Component
public class Scene {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    /** Of all contexts together: they share the database. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    Scene(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public UUID street() {
        return office("STREET", null);
    }

    public UUID communityBelow(UUID street) {
        return office("COMMUNITY", street);
    }

    /** A new member of staff of the offices; the token of that person. */
    public String staffOf(UUID... offices) {
        return staffClaims(offices).sign();
    }

    public TokenIssuer.Claims staffClaims(UUID... offices) {
        var subject = UUID.randomUUID();
        for (var office : offices) {
            jdbc.sql("""
                    insert into control.office_staff (id, office_id, username, name, subject, state, created_at)
                    values (uuidv7(), ?, ?, '测试人员', ?, 'ACTIVE', ?)
                    """)
                    .params(
                            office,
                            "staff-" + subject.toString().substring(0, 8),
                            subject,
                            THEN.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return TokenIssuer.subject(subject).roles("office-staff").offices(offices);
    }

    private UUID office(String kind, UUID parent) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into control.office (id, kind, name, city, parent_id, created_at)
                values (?, ?, ?, 'NINGBO', ?, ?)
                """)
                .params(
                        id,
                        kind,
                        (kind.equals("STREET") ? "测试街道" : "测试社区") + NUMBER.incrementAndGet(),
                        parent,
                        THEN.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
