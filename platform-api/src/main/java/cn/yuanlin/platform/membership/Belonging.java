package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.identity.PeopleClient;
import cn.yuanlin.platform.shared.ProblemException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the control plane told whose tokens may name this estate. The tie decides; the token's word is only needed besides, so what could
 * not be told now is told when the person next looks.
 */
@Component
class Belonging {
    private static final Logger LOG = LoggerFactory.getLogger(Belonging.class);

    private static final int AT_ONCE = 4;

    private final JdbcClient jdbc;
    private final PeopleClient people;
    private final ObjectProvider<Engagement> engagements;
    private final TransactionTemplate transaction;

    /** Telling holds a connection of the pool for as long as the control plane takes: the rest of the cell must go on meanwhile. */
    private final Semaphore turns = new Semaphore(AT_ONCE);

    Belonging(
            JdbcClient jdbc,
            PeopleClient people,
            ObjectProvider<Engagement> engagements,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.people = people;
        this.engagements = engagements;
        this.transaction = transaction;
    }

    /** Call after the commit that changed a tie. */
    void tell(String subject) {
        if (Boolean.TRUE.equals(transaction.execute(status -> belongs(subject) == wasTold(subject)))) return;
        if (!turns.tryAcquire()) {
            LOG.info("too many wait for the control plane; it will be told later who belongs to the estate");
            return;
        }
        try {
            transaction.executeWithoutResult(status -> agree(subject));
        } catch (ProblemException away) {
            LOG.info("the control plane will be told later who belongs to the estate");
        } finally {
            turns.release();
        }
    }

    /** The person is who they say by more than a phone that may have changed hands. Call after the commit that says so. */
    void proved(String subject) {
        try {
            people.reverified(subject);
        } catch (ProblemException away) {
            LOG.info("the control plane was not told who proved themselves; they will be asked to again");
        }
    }

    private void agree(String subject) {
        // Held while telling: two that cross could leave the last word to the one who knew less. Not the lock of the
        // ties: the roll would
        // wait for the control plane.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' belonging ' || ?, 0))")
                .param(subject)
                .query(row -> {});
        boolean wanted = belongs(subject);
        if (wanted == wasTold(subject)) return;
        people.belongs(subject, wanted);
        jdbc.sql("""
                insert into belonging (subject, told) values (?, ?) on conflict (subject) do update set told = excluded.told
                """).params(subject, wanted).update();
    }

    /** Also whoever the control plane itself made a member: it must not be told to let them go. */
    private boolean belongs(String subject) {
        return hasDoorOrRow(subject) || engagements.stream().anyMatch(engaged -> engaged.isEngaged(subject));
    }

    private boolean hasDoorOrRow(String subject) {
        return jdbc.sql("""
                select exists (select from membership where subject = ? and state = 'VERIFIED' and relation <> 'GUEST')
                    or exists (select from member where subject = ? and state = 'ACTIVE')
                """).params(subject, subject).query(Boolean.class).single();
    }

    private boolean wasTold(String subject) {
        return jdbc.sql("select told from belonging where subject = ?")
                .param(subject)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
