package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.membership.Standing.State;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of ties as people and the committee see them, one statement a page. */
@Component
class BindingViews {
    private static final String LAST_REASON = """
            (select e.reason from membership_event e
             where e.membership_id = m.id and e.act in ('ACCEPTED', 'REFUSED', 'REVOKED') order by e.id desc limit 1)
            """;

    private static final String HOLDERS = """
            select person_id from holding where unit_id = u.id
            union select representative_id from holding where unit_id = u.id
            """;

    private final JdbcClient jdbc;

    BindingViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person's own tie.
     *
     * @param unit null unless verified: whether there is such a door is not for anybody to find out
     * @param rights what it gives; null unless verified
     * @param reason of the last decision about it, if there was one
     */
    record MyBinding(
            UUID id,
            @Nullable String door,
            @Nullable UUID unit,
            Relation relation,
            State state,
            @Nullable Rights rights,
            boolean awaitsDecision,
            @Nullable LocalDate until,
            Instant askedAt,
            @Nullable String reason) {}

    /**
     * A tie as the committee decides on it.
     *
     * @param onRoll whether there is such a door on the roll
     * @param matched whether verified phone and name are those of somebody who holds it
     * @param holders who holds it, or acts for who does
     * @param evidence files the person handed in, for as long as they are kept
     */
    record BindingRequest(
            UUID id,
            String name,
            @Nullable String door,
            Relation relation,
            State state,
            @Nullable Rights rights,
            boolean awaitsDecision,
            boolean onRoll,
            boolean matched,
            List<PossibleHolder> holders,
            List<UUID> evidence,
            Instant askedAt,
            @Nullable String reason) {
        /** Somebody the request may be accepted as. */
        record PossibleHolder(UUID person, String name) {}
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    Page<MyBinding> mine(String subject, Keyset keyset) {
        var rows = jdbc.sql("""
                select m.id, m.door, case when m.state = 'VERIFIED' then m.unit_id end unit_id, m.relation, m.state, m.rights,
                       m.awaits_decision, m.until, m.asked_at,
                       %s reason
                from membership m where m.subject = ? and m.id < ? order by m.id desc limit ?
                """.formatted(LAST_REASON))
                .param(subject)
                .param(keyset.isFirstPage() ? new UUID(-1, -1) : keyset.uuid(0))
                .param(keyset.limit() + 1)
                .query(BindingViews::mine)
                .list();
        return Page.of(rows, keyset, row -> List.of(row.id().toString()));
    }

    /** @param state PENDING is all that awaits a decision, also of residents who claim to be owners; oldest first */
    @Transactional(readOnly = true)
    Page<BindingRequest> requests(State state, Keyset keyset) {
        var chosen = state == State.PENDING ? "m.awaits_decision" : "m.state = '" + state.name() + "'";
        var rows = jdbc.sql("""
                select m.id, m.name, m.door, m.relation, m.state, m.rights, m.awaits_decision, m.person_id, m.asked_at,
                       u.id unit,
                       array(select p.id from person p where p.id in (%1$s) order by p.id) holder_ids,
                       array(select p.name from person p where p.id in (%1$s) order by p.id) holder_names,
                       array(select e.media_id from membership_evidence e
                             join media f on f.id = e.media_id and f.forgotten_at is null
                             where e.membership_id = m.id order by e.at, e.media_id) evidence,
                       %2$s reason
                from membership m left join unit u on u.sort_key = m.door_key
                where %3$s and m.relation <> 'GUEST' and m.id > ? order by m.id limit ?
                """.formatted(HOLDERS, LAST_REASON, chosen))
                .param(keyset.isFirstPage() ? new UUID(0, 0) : keyset.uuid(0))
                .param(keyset.limit() + 1)
                .query(BindingViews::request)
                .list();
        return Page.of(rows, keyset, row -> List.of(row.id().toString()));
    }

    private static MyBinding mine(ResultSet row, int number) throws SQLException {
        return new MyBinding(
                row.getObject("id", UUID.class),
                row.getString("door"),
                row.getObject("unit_id", UUID.class),
                Relation.valueOf(row.getString("relation")),
                State.valueOf(row.getString("state")),
                rights(row),
                row.getBoolean("awaits_decision"),
                row.getObject("until", LocalDate.class),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("reason"));
    }

    private static BindingRequest request(ResultSet row, int number) throws SQLException {
        return new BindingRequest(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("door"),
                Relation.valueOf(row.getString("relation")),
                State.valueOf(row.getString("state")),
                rights(row),
                row.getBoolean("awaits_decision"),
                row.getObject("unit", UUID.class) != null,
                row.getObject("person_id", UUID.class) != null,
                holders(row),
                Arrays.asList((UUID[]) row.getArray("evidence").getArray()),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("reason"));
    }

    private static List<BindingRequest.PossibleHolder> holders(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("holder_ids").getArray();
        var names = (String[]) row.getArray("holder_names").getArray();
        return IntStream.range(0, ids.length)
                .mapToObj(n -> new BindingRequest.PossibleHolder(ids[n], names[n]))
                .toList();
    }

    private static @Nullable Rights rights(ResultSet row) throws SQLException {
        var rights = row.getString("rights");
        return rights == null ? null : Rights.valueOf(rights);
    }
}
