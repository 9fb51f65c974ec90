package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.MembershipReader;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.membership.Engagement;
import cn.yuanlin.platform.message.AudienceReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has a post today has its role, today and no longer. */
@Component
class StaffRoles implements MembershipReader, AudienceReader, Engagement {
    private static final String IN_POST = """
            from staff_appointment a left join staff_end e on e.appointment_id = a.id
            where :day between a.starts_on and coalesce(a.ends_on, :day) and (e.on_day is null or e.on_day > :day)
            """;

    private final JdbcClient jdbc;
    private final CommitteeRoles committee;
    private final TransactionTemplate transaction;

    StaffRoles(JdbcClient jdbc, CommitteeRoles committee, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.committee = committee;
        this.transaction = transaction;
    }

    @Override
    public Set<Role> rolesOf(String subject) {
        return Objects.requireNonNull(transaction.execute(status -> hasTable() ? held(subject) : Set.<Role>of()));
    }

    private Set<Role> held(String subject) {
        var roles = EnumSet.noneOf(Role.class);
        jdbc.sql("select a.post " + IN_POST + " and a.subject = :subject")
                .param("day", committee.today())
                .param("subject", subject)
                .query(String.class)
                .list()
                .forEach(post -> roles.add(Post.valueOf(post).role()));
        return roles;
    }

    /** An estate that has not been rolled out yet has members all the same. */
    private boolean hasTable() {
        return jdbc.sql("select to_regclass('staff_name') is not null")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isEngaged(String subject) {
        return hasTable()
                && jdbc.sql("""
                        select exists (select from staff_appointment a left join staff_end e on e.appointment_id = a.id
                                       where a.subject = :subject and (a.ends_on is null or a.ends_on >= :day)
                                         and (e.on_day is null or e.on_day > :day))
                        """)
                        .param("subject", subject)
                        .param("day", committee.today())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public List<String> holders(Set<Role> roles, @Nullable String after, int limit) {
        var posts = Arrays.stream(Post.values())
                .filter(post -> roles.contains(post.role()))
                .map(Post::name)
                .toList();
        if (posts.isEmpty() || !hasTable()) return List.of();
        return jdbc.sql("select a.subject " + IN_POST + """
                and a.post in (:posts) and (:after::text is null or a.subject collate "C" > :after::text)
                group by a.subject order by a.subject collate "C" limit :limit
                """)
                .param("posts", posts)
                .param("day", committee.today())
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
