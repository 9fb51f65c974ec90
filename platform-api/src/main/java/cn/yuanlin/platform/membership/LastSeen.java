package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.access.Presence;
import cn.yuanlin.platform.personaldata.PersonalRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The day each person who belongs here last came; nothing finer is kept. */
@Component
class LastSeen implements Presence, PersonalRecords {
    private static final Logger LOG = LoggerFactory.getLogger(LastSeen.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    record Day(LocalDate lastSeen) {}

    LastSeen(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void here(String subject) {
        try {
            transaction.executeWithoutResult(status -> {
                if (hasTable()) note(subject, LocalDate.ofInstant(clock.instant(), TieRoles.SHANGHAI));
            });
        } catch (DataAccessException | TransactionException failure) {
            // One day's figure is a little low then; the person goes on.
            LOG.warn("the day somebody came could not be noted", failure);
        }
    }

    /** Writes once a day and person: who is here all day is read only, and no row is locked for it. */
    private void note(String subject, LocalDate today) {
        jdbc.sql("""
                insert into last_seen as l (subject, day)
                select :subject::text, :today::date where not exists (select from last_seen where subject = :subject and day >= :today)
                on conflict (subject) do update set day = greatest(l.day, excluded.day)
                """).param("subject", subject).param("today", today).update();
    }

    /** An estate that has not been rolled out yet lets people in all the same. */
    boolean hasTable() {
        return jdbc.sql("select to_regclass('last_seen') is not null")
                .query(Boolean.class)
                .single();
    }

    @Override
    public String section() {
        return "lastSeen";
    }

    @Override
    public List<Day> of(String subject) {
        if (!hasTable()) return List.of();
        return jdbc.sql("select day from last_seen where subject = ?")
                .param(subject)
                .query((row, n) -> new Day(row.getObject("day", LocalDate.class)))
                .list();
    }

    @Override
    public void close(String subject) {
        if (hasTable())
            jdbc.sql("delete from last_seen where subject = ?").param(subject).update();
    }
}
