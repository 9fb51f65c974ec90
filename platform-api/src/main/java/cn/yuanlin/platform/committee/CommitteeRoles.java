package cn.yuanlin.platform.committee;

import cn.yuanlin.platform.access.MembershipReader;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.message.AudienceReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who holds an office of the term that is running is of the committee, today and no longer; who is no owner any more is not, because only
 * owners may be (国务院《物业管理条例》 art. 16). Whoever acts for an owner on the roll stands in for them.
 */
@Component
class CommitteeRoles implements MembershipReader, AudienceReader {
    private static final String APPOINTED = """
            from appointment a
            join term t on t.id = a.term_id
            join membership m on m.id = a.membership_id and m.state = 'VERIFIED' and m.rights = 'OWNER'
            join holding h on h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id)
            """;

    private static final String IN_OFFICE = APPOINTED + """
            where :day between greatest(a.starts_on, t.starts_on) and t.ends_on
              and not exists (select from resignation r where r.appointment_id = a.id and r.on_day <= :day)
            """;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CommitteeRoles(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<Role> rolesOf(String subject) {
        var sits = transaction.execute(status -> hasTable() && isInOffice(subject, today()));
        return Boolean.TRUE.equals(sits) ? Set.of(Role.COMMITTEE) : Set.of();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** An estate that has not been rolled out yet has members all the same. */
    private boolean hasTable() {
        return jdbc.sql("select to_regclass('resignation') is not null")
                .query(Boolean.class)
                .single();
    }

    /** In the caller's transaction. */
    boolean isInOffice(String subject, LocalDate day) {
        return jdbc.sql("select exists (select " + IN_OFFICE + " and a.subject = :subject)")
                .param("subject", subject)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** From a later day on, unless they resigned before that. In the caller's transaction. */
    boolean willBeInOffice(String subject, LocalDate day) {
        return jdbc.sql("select exists (select " + APPOINTED + """
                        where greatest(a.starts_on, t.starts_on) > :day and a.subject = :subject
                          and not exists (select from resignation r
                              where r.appointment_id = a.id and r.on_day <= greatest(a.starts_on, t.starts_on)))
                        """)
                .param("subject", subject)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> holders(Set<Role> roles, @Nullable String after, int limit) {
        if (!roles.contains(Role.COMMITTEE)) return List.of();
        return jdbc.sql("select a.subject " + IN_OFFICE + """
                and (:after::text is null or a.subject collate "C" > :after::text)
                group by a.subject order by a.subject collate "C" limit :limit
                """)
                .param("day", today())
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
