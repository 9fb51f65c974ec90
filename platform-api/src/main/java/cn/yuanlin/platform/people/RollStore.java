package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    int insertHoldings(List<HoldingRow> rows, List<byte[]> identities) {
        return jdbc.sql("""
                insert into holding (unit_id, person_id, share_numerator, share_denominator, nominated)
                select u.id, p.id, r.numerator, r.denominator, r.nominated
                from unnest(?::text[], ?::bytea[], ?::int[], ?::int[], ?::boolean[])
                    r (sort_key, identity_hash, numerator, denominator, nominated)
                join unit u on u.sort_key = r.sort_key
                join person p on p.identity_hash = r.identity_hash
                """)
                .param(texts(rows, row -> row.unit().sortKey()))
                .param(identities.toArray(byte[][]::new))
                .param(rows.stream().map(row -> row.share().numerator()).toArray(Integer[]::new))
                .param(rows.stream().map(row -> row.share().denominator()).toArray(Integer[]::new))
                .param(rows.stream().map(HoldingRow::nominated).toArray(Boolean[]::new))
                .update();
    }

    /** The next units in order of their numbers, each with its holders. */
    List<RollLine> linesAfter(@Nullable String sortKey, int limit) {
        return jdbc.sql("""
                select u.id, b.name building, u.entrance, u.room, u.area_dm2, u.use, u.area_source, u.state,
                       h.person_id, encode(p.identity_hash, 'hex') identity, h.share_numerator, h.share_denominator,
                       h.nominated
                from (select * from unit where sort_key > ? order by sort_key limit ?) u
                join building b on b.id = u.building_id
                left join holding h on h.unit_id = u.id
                left join person p on p.id = h.person_id
                order by u.sort_key, h.person_id
                """).param(sortKey == null ? "" : sortKey).param(limit).query(RollStore::lines);
    }

    void insertEntries(int version, int firstPosition, List<RollLine> lines) {
        jdbc.sql("""
                insert into roll_entry (version, position, unit_id, owner_key, voter_id, area_dm2, line)
                select ?, ? + r.n - 1, r.unit_id, r.owner_key, r.voter_id, r.area_dm2, r.line
                from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::text[])
                    with ordinality r (unit_id, owner_key, voter_id, area_dm2, line, n)
                """)
                .param(version)
                .param(firstPosition)
                .param(texts(lines, line -> line.unit().toString()))
                .param(texts(lines, RollLine::ownerKey))
                .param(texts(lines, RollStore::voter))
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

    void insertEvent(RollVersion version, String kind, String byWhom, String reason) {
        jdbc.sql("insert into roll_event (at, kind, by_whom, reason, version) values (?, ?, ?, ?, ?)")
                .param(Timestamp.from(version.frozenAt()))
                .param(kind)
                .param(byWhom)
                .param(reason)
                .param(version.version())
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
                row.getBoolean("nominated"));
    }

    private static @Nullable String voter(RollLine line) {
        var voter = line.voter();
        return voter == null ? null : voter.toString();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
