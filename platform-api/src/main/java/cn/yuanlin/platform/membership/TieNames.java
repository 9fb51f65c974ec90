package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Caller;
import cn.yuanlin.platform.people.AccountNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people who act here are called: an account made by phone has no name of its own, so the one of the person on the roll that it was
 * matched with, also after that tie has ended. Works in the caller's transaction.
 */
@Component
class TieNames implements AccountNames {
    private final JdbcClient jdbc;

    TieNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(Collection<String> subjects) {
        var names = new HashMap<String, String>();
        jdbc.sql("""
                select distinct on (m.subject) m.subject,
                       case when m.name = :nobody then m.name else left(p.name, 100) end called
                from membership m join person p on p.id = m.person_id
                where m.subject = any(:subjects::text[])
                order by m.subject, m.rights = 'OWNER' desc nulls last, m.id desc
                """)
                .param("nobody", MembershipRecords.NOBODY)
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("subject"), row.getString("called"));
                });
        return names;
    }

    String of(Caller person) {
        return of(List.of(person.subject())).getOrDefault(person.subject(), Ties.nameOf(person));
    }
}
