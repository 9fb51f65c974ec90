package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads units with their holders, as they are or as they were, one statement a page. */
@Component
class RollPageStore {
    /** What holds now. The representative is read by way of JSON, because schemas that are not brought up yet have no such column. */
    private static final String NOW = """
            with listed as not materialized (select * from unit),
            held as not materialized (
                select unit_id, person_id, share_numerator, share_denominator, nominated,
                       (to_jsonb(h) ->> 'representative_id')::uuid representative_id
                from holding h),
            named as not materialized (select id, kind, identity_hash, name, phone_cipher, phone_hash from person)
            """;

    /**
     * What held on a day, and what persons were known by then. Somebody may hold a unit from before the day on which the roll first heard of
     * them: then what it first heard.
     */
    private static final String THEN = """
            with listed as not materialized (
                select u.id, u.building_id, u.entrance, u.room, u.sort_key, r.area_dm2, r.use, r.area_source, r.state
                from unit u cross join lateral (
                    select * from unit_record r where r.unit_id = u.id and r.valid_from <= :day
                    order by r.valid_from desc, r.id desc limit 1) r),
            held as not materialized (
                select o.unit_id, o.person_id, o.share_numerator, o.share_denominator, o.nominated, o.representative_id
                from ownership o left join ownership_end e on e.ownership_id = o.id
                where o.valid_from <= :day and (e.valid_to is null or e.valid_to > :day)),
            named as not materialized (
                select p.id, p.kind, p.identity_hash, r.name, r.phone_cipher, r.phone_hash
                from person p cross join lateral (
                    select * from person_record r where r.person_id = p.id
                    order by r.valid_from > :day, abs(r.valid_from - :day::date), r.id desc limit 1) r)
            """;

    private static final String PAGE = """
            select u.id, b.name building, u.entrance, u.room, u.area_dm2, u.use, u.area_source, u.state,
                   p.id person, p.name holder, p.kind, p.identity_hash, p.phone_cipher,
                   h.share_numerator, h.share_denominator, h.nominated, a.name representative,
                   a.id representative_person
            from (select * from listed where sort_key > :after %s order by sort_key limit :rows) u
            join building b on b.id = u.building_id
            left join held h on h.unit_id = u.id
            left join named p on p.id = h.person_id
            left join named a on a.id = h.representative_id
            order by u.sort_key, p.id
            """;

    private static final String IN_BUILDING = " and building_id = :building";
    private static final String WITH_WORDS = """
             and (sort_key = :door or id in (
                select h.unit_id from held h join named p on p.id = h.person_id
                where p.name like :name or p.phone_hash = :phone))
            """;

    private final JdbcClient jdbc;

    RollPageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row more than the page holds, if there is one. */
    List<RollUnit> page(RollQuery query, Keyset keyset, PersonSecrets secrets) {
        var filters = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        values.put("after", keyset.isFirstPage() ? "" : keyset.text(0));
        values.put("rows", keyset.limit() + 1);
        if (query.asOf() != null) values.put("day", query.asOf());
        if (query.building() != null) {
            filters.append(IN_BUILDING);
            values.put("building", query.building());
        }
        if (query.words() != null) {
            filters.append(WITH_WORDS);
            values.put("door", query.door());
            values.put("name", query.namePattern());
            var phone = query.phone();
            // No hash is empty.
            values.put("phone", phone == null ? new byte[0] : secrets.hashPhone(phone));
        }
        return jdbc.sql((query.asOf() == null ? NOW : THEN) + PAGE.formatted(filters))
                .params(values)
                .query((ResultSet rows) -> units(rows, secrets));
    }

    private static List<RollUnit> units(ResultSet rows, PersonSecrets secrets) throws SQLException {
        var units = new ArrayList<RollUnit>();
        while (rows.next()) {
            var id = rows.getObject("id", UUID.class);
            if (units.isEmpty() || !units.getLast().unit().id().equals(id))
                units.add(new RollUnit(UnitStore.unit(rows), new ArrayList<>()));
            if (rows.getString("holder") != null) units.getLast().holders().add(holder(rows, secrets));
        }
        return units;
    }

    static RollUnit.Holder holder(ResultSet row, PersonSecrets secrets) throws SQLException {
        return new RollUnit.Holder(
                row.getObject("person", UUID.class),
                row.getString("holder"),
                HolderKind.valueOf(row.getString("kind")),
                masked(row, "phone_cipher", secrets),
                new Share(row.getInt("share_numerator"), row.getInt("share_denominator")).toString(),
                row.getBoolean("nominated"),
                row.getString("representative"),
                row.getObject("representative_person", UUID.class));
    }

    /** A phone that the row has in this column, besides its identity_hash; null if it is not known. */
    static @Nullable String masked(ResultSet row, String column, PersonSecrets secrets) throws SQLException {
        var phone = row.getBytes(column);
        return phone == null ? null : Masked.phone(secrets.decryptPhone(phone, row.getBytes("identity_hash")));
    }
}
