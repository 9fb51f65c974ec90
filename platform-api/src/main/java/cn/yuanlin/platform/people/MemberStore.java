package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is asked with every request, and the trail of changes. */
@Component
class MemberStore {
    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Role> rolesOf(String subject) {
        var roles = EnumSet.noneOf(Role.class);
        jdbc.sql("""
                select r.role from member m join member_role r on r.subject = m.subject
                where m.subject = ? and m.state = 'ACTIVE'
                """).param(subject).query(String.class).list().forEach(role -> roles.add(Role.valueOf(role)));
        return roles;
    }

    /** Two calls for one person, known or not, come one after the other. */
    void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || ?, 0))")
                .param(subject)
                .query(row -> {});
    }

    void record(Member member, String byWhom, Instant at) {
        jdbc.sql("insert into member_event (at, subject, by_whom, state, roles) values (?, ?, ?, ?, ?)")
                .param(Timestamp.from(at))
                .param(member.subject())
                .param(byWhom)
                .param(member.state().name())
                .param(member.roles().stream().map(Role::name).toArray(String[]::new))
                .update();
    }
}
