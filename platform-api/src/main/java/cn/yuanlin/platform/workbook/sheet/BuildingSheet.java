package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.people.BuildingRow;
import java.util.List;

/** 楼幢. */
public final class BuildingSheet {
    public static final Column<String> BUILDING = required("幢", Kinds.building(), 12, "幢号，如 3幢；车库等可写名称，如 地下车库", "3幢");
    public static final Column<Integer> FLOORS = optional("地上层数", Quantities.whole(0, 200), 12, "地面以上的层数，整数", "18");

    public static final SheetModel SHEET =
            new SheetModel("楼幢", SheetModel.Layout.TABLE, List.of(BUILDING, FLOORS), "每幢楼一行。");

    private BuildingSheet() {}

    public static BuildingRow building(SheetRow row) {
        var floors = row.get(FLOORS);
        return new BuildingRow(row.require(BUILDING), floors == null ? 0 : floors);
    }
}
