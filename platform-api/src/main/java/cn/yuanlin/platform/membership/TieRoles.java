package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.MembershipReader;
import cn.yuanlin.platform.access.Role;
import cn.yuanlin.platform.message.AudienceReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person's ties give today. Nobody hands these roles out or takes them back: they end with the lease, with the unit's transfer, or
 * with the tie.
 */
@Component
class TieRoles implements MembershipReader, AudienceReader {
    /** Which ties of table m give something today. */
    static final String STANDS = """
            m.state = 'VERIFIED' and (m.until is null or m.until >= :today)
              and (m.person_id is null
                   or exists (select from holding h
                              where h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id)))
            """;

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TieRoles(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Set<Role> rolesOf(String subject) {
        var rights = Objects.requireNonNull(
                transaction.execute(status -> hasTable() ? rightsOf(subject) : EnumSet.noneOf(Rights.class)));
        return rights.stream().map(Rights::role).collect(Collectors.toSet());
    }

    /** An estate that has not been rolled out yet has members all the same. */
    private boolean hasTable() {
        return jdbc.sql("select to_regclass('membership') is not null")
                .query(Boolean.class)
                .single();
    }

    private EnumSet<Rights> rightsOf(String subject) {
        var rights = EnumSet.noneOf(Rights.class);
        jdbc.sql("select distinct m.rights from membership m where m.subject = :subject and " + STANDS)
                .param("subject", subject)
                .param("today", today())
                .query(String.class)
                .list()
                .forEach(right -> rights.add(Rights.valueOf(right)));
        return rights;
    }

    @Override
    public List<String> holders(Set<Role> roles, @Nullable String after, int limit) {
        var rights = Arrays.stream(Rights.values())
                .filter(right -> roles.contains(right.role()))
                .map(Rights::name)
                .toList();
        if (rights.isEmpty()) return List.of();
        return jdbc.sql("""
                select m.subject from membership m
                where m.rights in (:rights) and (:after::text is null or m.subject collate "C" > :after::text) and %s
                group by m.subject order by m.subject collate "C" limit :limit
                """.formatted(STANDS))
                .param("rights", rights)
                .param("after", after)
                .param("today", today())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }
}
