package cn.yuanlin.platform.people;

import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.message.AudienceReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a message to a role reaches. */
@Component
class MemberAudience implements AudienceReader {
    private final JdbcClient jdbc;

    MemberAudience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> holders(Set<Role> roles, @Nullable String after, int limit) {
        return jdbc.sql("""
                        select m.subject from member m
                        where m.state = 'ACTIVE' and (:after::text is null or m.subject collate "C" > :after::text)
                          and exists (select from member_role r where r.subject = m.subject and r.role in (:roles))
                        order by m.subject collate "C" limit :limit
                        """)
                .param("after", after)
                .param("roles", roles.stream().map(Role::name).toList())
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
