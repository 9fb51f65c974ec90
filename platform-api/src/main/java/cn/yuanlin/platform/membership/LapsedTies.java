package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.people.RollChanged;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what stood on who held a unit before: the ties of those persons, then of family whom nobody of today's owners invited, or whom the
 * committee let in when all who held the unit were others. Leases outlast a sale (Civil Code art. 725). In the transaction of the roll's change, and in two statements however large it is; rights that are
 * remembered end with the memory.
 */
@Component
class LapsedTies {
    private static final String ROLL = "roll";
    private static final String REASON = "名册已变更";

    private static final String END = """
            with ended as (
                update membership m set state = 'REVOKED', rights = null, awaits_decision = false
                where m.unit_id = any(:units::uuid[]) and m.state = 'VERIFIED' and %s
                returning m.id, m.relation)
            insert into membership_event (membership_id, at, act, by_whom, relation, state, reason)
            select id, :at::timestamptz, 'REVOKED', :by, relation, 'REVOKED', :reason from ended order by id
            """;

    private static final String FORMER_HOLDERS = """
            m.person_id is not null
              and not exists (select from holding h
                              where h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id))
            """;

    private static final String THEIR_FAMILY = """
            m.relation = 'FAMILY' and m.person_id is null
              and (exists (select from invitation i where i.unit_id = m.unit_id and i.accepted_by = m.subject)
                   or not exists (select from holding h
                                  join ownership w on w.unit_id = h.unit_id and w.person_id = h.person_id
                                  join roll_event e on e.id = w.event_id
                                  where h.unit_id = m.unit_id and e.at <= m.asked_at))
              and not exists (select from invitation i
                              join membership o on o.unit_id = i.unit_id and o.subject = i.inviter
                              where i.unit_id = m.unit_id and i.accepted_by = m.subject
                                and o.state = 'VERIFIED' and o.rights = 'OWNER')
            """;

    private final JdbcClient jdbc;
    private final MembershipStore store;
    private final Clock clock;

    LapsedTies(JdbcClient jdbc, MembershipStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void endWhatStoodOn(RollChanged changed) {
        // Who accepts or leaves meanwhile writes what they read before.
        store.lockAll();
        end(FORMER_HOLDERS, changed.units());
        end(THEIR_FAMILY, changed.units());
    }

    private void end(String lapsed, Collection<UUID> units) {
        jdbc.sql(END.formatted(lapsed))
                .param("units", units.stream().map(UUID::toString).toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", ROLL)
                .param("reason", REASON)
                .update();
    }
}
