package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.MembershipReader;
import cn.yuanlin.platform.access.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person's ties give today. Nobody hands these roles out or takes them back: they end with the lease, with the unit's transfer, or
 * with the tie.
 */
@Component
class TieRoles implements MembershipReader {
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
        jdbc.sql("""
                select distinct m.rights from membership m
                where m.subject = ? and m.state = 'VERIFIED' and (m.until is null or m.until >= ?)
                  and (m.person_id is null
                       or exists (select from holding h where h.unit_id = m.unit_id and h.person_id = m.person_id))
                """)
                .param(subject)
                .param(LocalDate.ofInstant(clock.instant(), SHANGHAI))
                .query(String.class)
                .list()
                .forEach(right -> rights.add(Rights.valueOf(right)));
        return rights;
    }
}
