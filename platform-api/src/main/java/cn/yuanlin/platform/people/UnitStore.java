package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads buildings and units, one statement a page. Lists hold one row more than the page, if there is one. */
@Component
class UnitStore {
    private static final String UNIT = """
            select u.id, b.name building, u.entrance, u.room, u.area_dm2, u.use, u.area_source, u.state
            from unit u join building b on b.id = u.building_id
            """;

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Building> buildings(Keyset keyset) {
        return jdbc.sql("""
                select b.id, b.name, b.floors, count(u.id) units
                from (select * from building where sort_key > ? order by sort_key limit ?) b
                left join unit u on u.building_id = b.id
                group by b.id, b.name, b.floors, b.sort_key order by b.sort_key
                """)
                .param(start(keyset))
                .param(keyset.limit() + 1)
                .query((row, n) -> new Building(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("floors"),
                        row.getInt("units")))
                .list();
    }

    List<Unit> units(@Nullable UUID building, Keyset keyset) {
        var page = building == null
                ? jdbc.sql(UNIT + " where u.sort_key > ? order by u.sort_key limit ?")
                : jdbc.sql(UNIT + " where u.building_id = ? and u.sort_key > ? order by u.sort_key limit ?")
                        .param(building);
        return page.param(start(keyset))
                .param(keyset.limit() + 1)
                .query((row, n) -> unit(row))
                .list();
    }

    Optional<Unit> unit(UUID id) {
        return jdbc.sql(UNIT + " where u.id = ?")
                .param(id)
                .query((row, n) -> unit(row))
                .optional();
    }

    static Unit unit(ResultSet row) throws SQLException {
        var building = row.getString("building");
        var entrance = row.getString("entrance");
        var room = row.getString("room");
        return new Unit(
                row.getObject("id", UUID.class),
                new UnitNo(building, entrance, room).toString(),
                building,
                entrance,
                room,
                row.getLong("area_dm2"),
                UnitUse.valueOf(row.getString("use")),
                AreaSource.valueOf(row.getString("area_source")),
                UnitState.valueOf(row.getString("state")));
    }

    private static String start(Keyset keyset) {
        return keyset.isFirstPage() ? "" : keyset.text(0);
    }
}
