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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit's past, newest first, in five statements a page; each event with the names and phones that were known then. */
@Component
class UnitChangeStore {
    private static final String HOLDER = """
            select v.id event, p.id person, k.name holder, p.kind, p.identity_hash, k.phone_cipher,
                   o.share_numerator, o.share_denominator, o.nominated, a.name representative,
                   o.representative_id representative_person
            from ownership o %s
            join roll_event v on v.id = %s
            join person p on p.id = o.person_id
            cross join lateral (
                select * from person_record r where r.person_id = o.person_id and r.event_id <= v.id
                order by r.event_id desc limit 1) k
            left join lateral (
                select * from person_record r where r.person_id = o.representative_id and r.event_id <= v.id
                order by r.event_id desc limit 1) a on true
            where o.unit_id = :unit and v.id = any(:events::uuid[])
            order by p.id
            """;

    /** Records c of persons after they came to the unit and before they left it. */
    private static final String THEIR_RECORDS = """
            from ownership o
            join person_record c on c.person_id in (o.person_id, o.representative_id) and c.event_id >= o.event_id
            left join ownership_end x on x.ownership_id = o.id
            where o.unit_id = :unit and (x.event_id is null or c.event_id <= x.event_id)
            """;

    private final JdbcClient jdbc;
    private final AccountNames names;

    UnitChangeStore(JdbcClient jdbc, AccountNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** One row more than the page holds, if there is one. */
    List<UnitChange> changes(UUID unit, Keyset keyset, PersonSecrets secrets) {
        var ended = new HashMap<UUID, List<RollUnit.Holder>>();
        var began = new HashMap<UUID, List<RollUnit.Holder>>();
        var corrected = new HashMap<UUID, List<UnitChange.PersonCorrection>>();
        var changes = events(unit, keyset, ended, began, corrected);
        var ids = changes.stream().map(change -> change.event().toString()).toArray(String[]::new);
        read(HOLDER.formatted("", "o.event_id"), unit, ids, began, secrets);
        var ends = "join ownership_end e on e.ownership_id = o.id";
        read(HOLDER.formatted(ends, "e.event_id"), unit, ids, ended, secrets);
        readCorrections(unit, ids, corrected, secrets);
        // An event names its author by subject; who became a member by office or tie has no name here but theirs on the
        // roll.
        var called = names.of(changes.stream().map(UnitChange::by).collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> change.enteredBy(called.getOrDefault(change.by(), change.by())))
                .toList();
    }

    private List<UnitChange> events(
            UUID unit,
            Keyset keyset,
            Map<UUID, List<RollUnit.Holder>> ended,
            Map<UUID, List<RollUnit.Holder>> began,
            Map<UUID, List<UnitChange.PersonCorrection>> corrected) {
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
                    select event_id from unit_record where unit_id = :unit
                    union
                    select c.event_id %s)
                order by e.id desc limit :rows
                """.formatted(THEIR_RECORDS))
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
                            corrected.computeIfAbsent(event, id -> new ArrayList<>()),
                            became(row));
                })
                .list();
    }

    /** What was known of somebody for the first time corrects nothing. */
    private void readCorrections(
            UUID unit, String[] events, Map<UUID, List<UnitChange.PersonCorrection>> target, PersonSecrets secrets) {
        jdbc.sql("""
                select c.event_id event, c.person_id person, b.name name_before, c.name, c.identity_hash,
                       b.phone_cipher phone_before, c.phone_cipher phone
                from person_record c cross join lateral (
                    select * from person_record r where r.person_id = c.person_id and r.event_id < c.event_id
                    order by r.event_id desc limit 1) b
                where c.event_id = any(:events::uuid[]) and c.id in (select c.id %s)
                order by c.person_id
                """.formatted(THEIR_RECORDS))
                .param("unit", unit)
                .param("events", events)
                .query(row -> {
                    target.computeIfAbsent(row.getObject("event", UUID.class), id -> new ArrayList<>())
                            .add(new UnitChange.PersonCorrection(
                                    row.getObject("person", UUID.class),
                                    row.getString("name_before"),
                                    row.getString("name"),
                                    RollPageStore.masked(row, "phone_before", secrets),
                                    RollPageStore.masked(row, "phone", secrets)));
                });
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
