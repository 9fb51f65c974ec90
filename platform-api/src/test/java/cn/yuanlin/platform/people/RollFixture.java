package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small roll for tests of other features: 3幢, with owners whose phones and documents follow from their rooms. */
public final class RollFixture {
    private RollFixture() {}

    /** {@code 138} and the room with leading zeros. */
    public static String phoneOf(String room) {
        return "138%08d".formatted(Integer.parseInt(room));
    }

    /** The last six signs of the document of whoever holds the room alone. */
    public static String lastSixOf(String room) {
        return "%05dX".formatted(Integer.parseInt(room));
    }

    /** One owner a room, named 业主 and the room; without document where the room begins with 9. Works in a transaction. */
    public static void importRooms(RollImport roll, List<String> rooms) {
        roll.addBuildings(List.of(new BuildingRow("3", 18)));
        roll.addUnits(rooms.stream()
                .map(room ->
                        new UnitRow(unit(room), new Area(8_950), UnitUse.HOUSE, AreaSource.REGISTER, UnitState.SOLD))
                .toList());
        roll.addHoldings(rooms.stream().map(RollFixture::holding).toList());
        roll.freeze("tester", "导入");
    }

    /** A company holds the room, and somebody named 代表 and the room acts for it. Works in a transaction. */
    public static void importCompany(RollImport roll, String room) {
        roll.addUnits(
                List.of(new UnitRow(unit(room), new Area(8_950), UnitUse.SHOP, AreaSource.REGISTER, UnitState.SOLD)));
        roll.addHoldings(List.of(new HoldingRow(
                unit(room),
                "公司" + room,
                HolderKind.COMPANY,
                null,
                null,
                null,
                Share.WHOLE,
                false,
                new HoldingRow.Representative("代表" + room, phoneOf(room)))));
    }

    /** Nobody acts for the room's holder any more. Works in a transaction. */
    public static void dismiss(JdbcClient jdbc, String room) {
        jdbc.sql("update holding set representative_id = null where unit_id = ?")
                .param(unitId(jdbc, room))
                .update();
    }

    /** The id of the unit with that room. Works in a transaction. */
    public static UUID unitId(JdbcClient jdbc, String room) {
        return jdbc.sql("select id from unit where sort_key = ?")
                .param(unit(room).sortKey())
                .query(UUID.class)
                .single();
    }

    /** The id of whoever holds the room. Works in a transaction. */
    public static UUID holderId(JdbcClient jdbc, String room) {
        return jdbc.sql("select person_id from holding where unit_id = ?")
                .param(unitId(jdbc, room))
                .query(UUID.class)
                .single();
    }

    /** The unit is sold, to nobody the roll knows yet. Works in a transaction. */
    public static void sell(JdbcClient jdbc, String room) {
        jdbc.sql("delete from holding where unit_id = ?")
                .param(unitId(jdbc, room))
                .update();
    }

    private static UnitNo unit(String room) {
        return new UnitNo("3", "2", room);
    }

    private static HoldingRow holding(String room) {
        var withoutDocument = room.startsWith("9");
        return new HoldingRow(
                unit(room),
                "业主" + room,
                HolderKind.PERSON,
                phoneOf(room),
                withoutDocument ? null : IdType.ID_CARD,
                document(room, withoutDocument),
                Share.WHOLE,
                false);
    }

    private static @Nullable String document(String room, boolean without) {
        return without ? null : "330203199001" + lastSixOf(room);
    }
}
