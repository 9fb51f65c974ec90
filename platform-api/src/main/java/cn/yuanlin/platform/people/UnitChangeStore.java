package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit's past, newest first, in three statements a page. */
@Component
class UnitChangeStore {
    private static final String HOLDER = """
            select %s event, p.id person, p.name holder, p.kind, p.identity_hash, p.phone_cipher,
                   o.share_numerator, o.share_denominator, o.nominated, a.name representative
            from ownership o %s
            join person p on p.id = o.person_id
            left join person a on a.id = o.representative_id
            where o.unit_id = :unit and %s = any(:events::uuid[])
            order by p.id
            """;

    private final JdbcClient jdbc;

    UnitChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row more than the page holds, if there is one. */
    List<UnitChange> changes(UUID unit, Keyset keyset, PersonSecrets secrets) {
        var ended = new HashMap<UUID, List<RollUnit.Holder>>();
        var began = new HashMap<UUID, List<RollUnit.Holder>>();
        var changes = events(unit, keyset, ended, began);
        var ids = changes.stream().map(change -> change.event().toString()).toArray(String[]::new);
        read(HOLDER.formatted("o.event_id", "", "o.event_id"), unit, ids, began, secrets);
        var ends = "join ownership_end e on e.ownership_id = o.id";
        read(HOLDER.formatted("e.event_id", ends, "e.event_id"), unit, ids, ended, secrets);
        return changes;
    }

    private List<UnitChange> events(
            UUID unit, Keyset keyset, Map<UUID, List<RollUnit.Holder>> ended, Map<UUID, List<RollUnit.Holder>> began) {
        return jdbc.sql("""
                select e.id event, e.at, e.kind, e.effective_on, coalesce(m.name, e.by_whom) by_name, e.reason, e.evidence,
                       r.area_dm2, r.use, r.area_source, r.state
                from roll_event e
                left join member m on m.subject = e.by_subject
                left join unit_record r on r.event_id = e.id and r.unit_id = :unit
                where e.id < :after::uuid and e.id in (
                    select event_id from ownership where unit_id = :unit
                    union
                    select x.event_id from ownership_end x join ownership o on o.id = x.ownership_id
                    where o.unit_id = :unit
                    union
                    select event_id from unit_record where unit_id = :unit)
                order by e.id desc limit :rows
                """)
                .param("unit", unit)
                .param(
                        "after",
                        keyset.isFirstPage()
                                ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                                : keyset.uuid(0).toString())
                .param("rows", keyset.limit() + 1)
                .query((row, n) -> {
                    var event = row.getObject("event", UUID.class);
                    return new UnitChange(
                            event,
                            row.getTimestamp("at").toInstant(),
                            RollEventKind.valueOf(row.getString("kind")),
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("by_name"),
                            row.getString("reason"),
                            row.getObject("evidence", UUID.class),
                            ended.computeIfAbsent(event, id -> new ArrayList<>()),
                            began.computeIfAbsent(event, id -> new ArrayList<>()),
                            became(row));
                })
                .list();
    }

    private static UnitChange.@Nullable UnitRecord became(ResultSet row) throws SQLException {
        if (row.getString("use") == null) return null;
        return new UnitChange.UnitRecord(
                row.getLong("area_dm2"),
                UnitUse.valueOf(row.getString("use")),
                AreaSource.valueOf(row.getString("area_source")),
                UnitState.valueOf(row.getString("state")));
    }

    private void read(
            String sql, UUID unit, String[] events, Map<UUID, List<RollUnit.Holder>> target, PersonSecrets secrets) {
        jdbc.sql(sql).param("unit", unit).param("events", events).query(row -> {
            target.computeIfAbsent(row.getObject("event", UUID.class), id -> new ArrayList<>())
                    .add(RollPageStore.holder(row, secrets));
        });
    }
}
