package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.membership.MembershipStore.Act;
import cn.yuanlin.platform.people.RollChanged;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what stood on who held a unit before: the ties of those persons, then of family whom nobody of today's owners invited. Leases outlast
 * a sale (Civil Code art. 725). In the transaction of the roll's change; rights that are remembered end with the memory.
 */
@Component
class LapsedTies {
    private static final String ROLL = "roll";
    private static final String REASON = "名册已变更";

    private static final String FORMER_HOLDERS = """
            select m.id, m.subject from membership m
            where m.unit_id = any(?::uuid[]) and m.state = 'VERIFIED' and m.person_id is not null
              and not exists (select from holding h
                              where h.unit_id = m.unit_id and m.person_id in (h.person_id, h.representative_id))
            order by m.subject
            """;

    private static final String THEIR_FAMILY = """
            select m.id, m.subject from membership m
            where m.unit_id = any(?::uuid[]) and m.state = 'VERIFIED' and m.relation = 'FAMILY' and m.person_id is null
              and exists (select from invitation i where i.unit_id = m.unit_id and i.accepted_by = m.subject)
              and not exists (select from invitation i
                              join membership o on o.unit_id = i.unit_id and o.subject = i.inviter
                              where i.unit_id = m.unit_id and i.accepted_by = m.subject
                                and o.state = 'VERIFIED' and o.rights = 'OWNER')
            order by m.subject
            """;

    private final JdbcClient jdbc;
    private final MembershipStore store;
    private final Ties ties;

    private record Tie(UUID id, String subject) {}

    LapsedTies(JdbcClient jdbc, MembershipStore store, Ties ties) {
        this.jdbc = jdbc;
        this.store = store;
        this.ties = ties;
    }

    @EventListener
    void endWhatStoodOn(RollChanged changed) {
        endAll(FORMER_HOLDERS, changed.units());
        endAll(THEIR_FAMILY, changed.units());
    }

    private void endAll(String lapsed, Collection<UUID> units) {
        var found = jdbc.sql(lapsed)
                .param(units.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Tie(row.getObject("id", UUID.class), row.getString("subject")))
                .list();
        for (var tie : found) {
            // Read again under the lock: the person may have left meanwhile.
            store.lock(tie.subject());
            store.find(tie.id())
                    .filter(live -> live.standing().isLive())
                    .ifPresent(live -> ties.end(live, Act.REVOKED, ROLL, REASON));
        }
    }
}
