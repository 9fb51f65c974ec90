package cn.yuanlin.admin.office;

import cn.yuanlin.admin.security.Area;
import cn.yuanlin.admin.security.OfficeAreas;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the area from the staff rows on every request: whoever is removed is out at once. */
@Component
class StaffAreas implements OfficeAreas {
    private final JdbcClient jdbc;

    StaffAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Area of(String subject, Set<UUID> claimed) {
        var person = person(subject);
        if (claimed.isEmpty() || person.isEmpty()) {
            return Area.NOWHERE;
        }
        var offices = jdbc.sql("""
                        select o.id
                        from control.office_staff s
                        join control.office o on o.id = s.office_id or o.parent_id = s.office_id
                        where s.subject = :subject and s.state = 'ACTIVE' and s.office_id = any(:claimed)
                        """)
                .param("subject", person.get())
                .param("claimed", claimed.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
        return offices.isEmpty() ? Area.NOWHERE : Area.of(new HashSet<>(offices));
    }

    /** Keycloak's subjects are UUIDs; whatever is none has no row here. */
    private static Optional<UUID> person(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
