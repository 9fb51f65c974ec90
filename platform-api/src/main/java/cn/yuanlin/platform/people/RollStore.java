package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roll's tables, a list of rows per statement. */
@Component
class RollStore {
    private static final String VERSION =
            "select version, frozen_at, units, owners, total_area_dm2, fingerprint from roll_version";

    private final JdbcClient jdbc;

    RollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertBuildings(List<BuildingRow> rows) {
        jdbc.sql("""
                insert into building (name, sort_key, floors)
                select * from unnest(?::text[], ?::text[], ?::int[])
                """)
                .param(texts(rows, BuildingRow::name))
                .param(texts(rows, row -> UnitNo.buildingSortKey(row.name())))
                .param(rows.stream().map(BuildingRow::floors).toArray(Integer[]::new))
                .update();
    }

    /** @return how many found their building */
    int insertUnits(List<UnitRow> rows) {
        return jdbc.sql("""
                insert into unit (building_id, entrance, room, sort_key, area_dm2, use, area_source, state)
                select b.id, r.entrance, r.room, r.sort_key, r.area_dm2, r.use, r.area_source, r.state
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                    with ordinality r (building, entrance, room, sort_key, area_dm2, use, area_source, state, n)
                join building b on b.name = r.building
                order by r.n
                """)
                .param(texts(rows, row -> row.unit().building()))
                .param(texts(rows, row -> row.unit().entrance()))
                .param(texts(rows, row -> row.unit().room()))
                .param(texts(rows, row -> row.unit().sortKey()))
                .param(rows.stream().map(row -> row.area().squareDecimetres()).toArray(Long[]::new))
                .param(texts(rows, row -> row.use().name()))
                .param(texts(rows, row -> row.areaSource().name()))
                .param(texts(rows, row -> row.state().name()))
                .update();
    }

    /** @return how many found their unit */
    int insertHoldings(List<HoldingRow> rows, List<PersonStore.Identified> identities) {
        return jdbc.sql("""
                insert into holding
                    (unit_id, person_id, share_numerator, share_denominator, nominated, representative_id)
                select u.id, p.id, r.numerator, r.denominator, r.nominated, a.id
                from unnest(?::text[], ?::bytea[], ?::int[], ?::int[], ?::boolean[], ?::bytea[])
                    r (sort_key, identity_hash, numerator, denominator, nominated, representative_hash)
                join unit u on u.sort_key = r.sort_key
                join person p on p.identity_hash = r.identity_hash
                left join person a on a.identity_hash = r.representative_hash
                """)
                .param(texts(rows, row -> row.unit().sortKey()))
                .param(identities.stream().map(PersonStore.Identified::holder).toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.share().numerator()).toArray(Integer[]::new))
                .param(rows.stream().map(row -> row.share().denominator()).toArray(Integer[]::new))
                .param(rows.stream().map(HoldingRow::nominated).toArray(Boolean[]::new))
                .param(identities.stream()
                        .map(PersonStore.Identified::representative)
                        .toArray(byte[][]::new))
                .update();
    }

    /** The next units in order of their numbers, each with its holders. */
    List<RollLine> linesAfter(@Nullable String sortKey, int limit) {
        return jdbc.sql("""
                select u.id, b.name building, u.entrance, u.room, u.area_dm2, u.use, u.area_source, u.state,
                       h.person_id, encode(p.identity_hash, 'hex') identity, h.share_numerator, h.share_denominator,
                       h.nominated, h.representative_id, encode(a.identity_hash, 'hex') representative
                from (select * from unit where sort_key > ? order by sort_key limit ?) u
                join building b on b.id = u.building_id
                left join holding h on h.unit_id = u.id
                left join person p on p.id = h.person_id
                left join person a on a.id = h.representative_id
                order by u.sort_key, h.person_id
                """).param(sortKey == null ? "" : sortKey).param(limit).query(RollStore::lines);
    }

    /** Gives units what their rows say; their numbers tell which. */
    void updateUnits(List<UnitRow> rows) {
        jdbc.sql("""
                update unit u set area_dm2 = r.area_dm2, use = r.use, area_source = r.area_source, state = r.state
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                    r (sort_key, area_dm2, use, area_source, state)
                where u.sort_key = r.sort_key
                """)
                .param(texts(rows, row -> row.unit().sortKey()))
                .param(rows.stream().map(row -> row.area().squareDecimetres()).toArray(Long[]::new))
                .param(texts(rows, row -> row.use().name()))
                .param(texts(rows, row -> row.areaSource().name()))
                .param(texts(rows, row -> row.state().name()))
                .update();
    }

    Set<String> buildingNames() {
        return Set.copyOf(
                jdbc.sql("select name from building").query(String.class).list());
    }

    List<UUID> unitIds(Collection<UnitNo> numbers) {
        return jdbc.sql("select id from unit where sort_key = any(?::text[])")
                .param(numbers.stream().map(UnitNo::sortKey).toArray(String[]::new))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void insertEntries(int version, int firstPosition, List<RollLine> lines) {
        jdbc.sql("""
                insert into roll_entry
                    (version, position, unit_id, owner_key, voter_id, representative_id, area_dm2, line)
                select ?, ? + r.n - 1, r.unit_id, r.owner_key, r.voter_id, r.representative_id, r.area_dm2, r.line
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[])
                    with ordinality r (unit_id, owner_key, voter_id, representative_id, area_dm2, line, n)
                """)
                .param(version)
                .param(firstPosition)
                .param(texts(lines, line -> line.unit().toString()))
                .param(texts(lines, RollLine::ownerKey))
                .param(texts(lines, line -> text(line.voter())))
                .param(texts(lines, line -> text(line.voterRepresentative())))
                .param(lines.stream()
                        .map(line -> line.area().squareDecimetres())
                        .toArray(Long[]::new))
                .param(texts(lines, RollLine::canonical))
                .update();
    }

    void insertVersion(RollVersion version) {
        jdbc.sql("""
                insert into roll_version (version, frozen_at, units, owners, total_area_dm2, fingerprint)
                values (?, ?, ?, ?, ?, ?)
                """)
                .param(version.version())
                .param(Timestamp.from(version.frozenAt()))
                .param(version.figures().units())
                .param(version.figures().owners())
                .param(version.figures().totalArea().squareDecimetres())
                .param(HexFormat.of().parseHex(version.fingerprint()))
                .update();
    }

    /** Newest first; one row more than the page holds, if there is one. */
    List<RollVersion> versions(Keyset keyset) {
        return jdbc.sql(VERSION + " where version < ? order by version desc limit ?")
                .param(keyset.isFirstPage() ? Long.MAX_VALUE : keyset.number(0))
                .param(keyset.limit() + 1)
                .query(RollStore::version)
                .list();
    }

    Optional<RollVersion> version(int version) {
        return jdbc.sql(VERSION + " where version = ?")
                .param(version)
                .query(RollStore::version)
                .optional();
    }

    /** The frozen lines after a position, in order. */
    List<String> frozenLines(int version, int afterPosition, int limit) {
        return jdbc.sql("select line from roll_entry where version = ? and position > ? order by position limit ?")
                .param(version)
                .param(afterPosition)
                .param(limit)
                .query(String.class)
                .list();
    }

    private static RollVersion version(ResultSet row, int number) throws SQLException {
        return new RollVersion(
                row.getInt("version"),
                row.getTimestamp("frozen_at").toInstant(),
                new RollFigures(row.getInt("units"), row.getInt("owners"), new Area(row.getLong("total_area_dm2"))),
                HexFormat.of().formatHex(row.getBytes("fingerprint")));
    }

    private static List<RollLine> lines(ResultSet rows) throws SQLException {
        var lines = new ArrayList<RollLine>();
        while (rows.next()) {
            var unit = rows.getObject("id", UUID.class);
            if (lines.isEmpty() || !lines.getLast().unit().equals(unit)) lines.add(line(rows, unit));
            var person = rows.getObject("person_id", UUID.class);
            if (person != null) lines.getLast().holders().add(holder(rows, person));
        }
        return lines;
    }

    private static RollLine line(ResultSet row, UUID unit) throws SQLException {
        return new RollLine(
                unit,
                new UnitNo(row.getString("building"), row.getString("entrance"), row.getString("room")),
                new Area(row.getLong("area_dm2")),
                UnitUse.valueOf(row.getString("use")),
                AreaSource.valueOf(row.getString("area_source")),
                UnitState.valueOf(row.getString("state")),
                new ArrayList<>());
    }

    private static RollLine.Holder holder(ResultSet row, UUID person) throws SQLException {
        return new RollLine.Holder(
                person,
                row.getString("identity"),
                new Share(row.getInt("share_numerator"), row.getInt("share_denominator")),
                row.getBoolean("nominated"),
                acting(row));
    }

    private static RollLine.@Nullable Acting acting(ResultSet row) throws SQLException {
        var person = row.getObject("representative_id", UUID.class);
        return person == null ? null : new RollLine.Acting(person, row.getString("representative"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
