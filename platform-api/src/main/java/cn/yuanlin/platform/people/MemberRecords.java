package cn.yuanlin.platform.people;

import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was in the estate by the control plane's word. */
@Component
class MemberRecords implements PersonalRecords {
    private final JdbcClient jdbc;
    private final Memberships memberships;

    /** One change of a person's roles. */
    record RoleChange(String state, List<String> roles, Instant at) {}

    MemberRecords(JdbcClient jdbc, Memberships memberships) {
        this.jdbc = jdbc;
        this.memberships = memberships;
    }

    @Override
    public String section() {
        return "roles";
    }

    @Override
    public List<RoleChange> of(String subject) {
        return jdbc.sql("select state, roles, at from member_event where subject = ? order by id desc limit ?")
                .params(subject, MOST_ROWS)
                .query((row, n) -> new RoleChange(
                        row.getString("state"),
                        Arrays.asList((String[]) row.getArray("roles").getArray()),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public void close(String subject) {
        memberships.close(subject);
    }
}
