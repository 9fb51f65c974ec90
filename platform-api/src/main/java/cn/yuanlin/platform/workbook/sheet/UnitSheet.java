package cn.yuanlin.platform.workbook.sheet;

import static cn.yuanlin.platform.workbook.sheet.Column.optional;
import static cn.yuanlin.platform.workbook.sheet.Column.required;

import cn.yuanlin.platform.people.AreaSource;
import cn.yuanlin.platform.people.UnitNo;
import cn.yuanlin.platform.people.UnitRow;
import cn.yuanlin.platform.people.UnitState;
import cn.yuanlin.platform.people.UnitUse;
import cn.yuanlin.platform.shared.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 户: every unit that somebody can own by itself. */
public final class UnitSheet {
    public static final Column<String> BUILDING = required("幢", Kinds.building(), 12, "须在“楼幢”工作表中登记过", "3幢");
    public static final Column<String> ENTRANCE = optional("单元", Kinds.entrance(), 10, "没有单元的不填", "2");
    public static final Column<String> ROOM = required("室", Kinds.room(), 12, "室号，如 502；车位写车位号", "502");
    public static final Column<Area> AREA =
            required("专有部分面积(m²)", Quantities.squareMetres("0.01", "1000000"), 18, "以不动产登记簿为准，平方米，最多两位小数", "89.50");
    public static final Column<AreaSource> AREA_SOURCE = required(
            "面积来源",
            Kinds.oneOf(Words.of(
                    AreaSource.class, "登记", AreaSource.REGISTER, "测绘", AreaSource.SURVEY, "合同", AreaSource.CONTRACT)),
            12,
            "不动产登记簿、测绘报告或买卖合同",
            "登记");
    public static final Column<UnitUse> USE = required(
            "用途",
            Kinds.oneOf(Words.of(
                    UnitUse.class,
                    "住宅",
                    UnitUse.HOUSE,
                    "商业",
                    UnitUse.SHOP,
                    "办公",
                    UnitUse.OFFICE,
                    "车位",
                    UnitUse.PARKING,
                    "车库",
                    UnitUse.GARAGE,
                    "储藏",
                    UnitUse.STORAGE,
                    "其他",
                    UnitUse.OTHER)),
            10,
            "按登记的用途",
            "住宅");
    public static final Column<UnitState> STATE = required(
            "状态",
            Kinds.oneOf(Words.of(
                    UnitState.class, "已售", UnitState.SOLD, "未售", UnitState.UNSOLD, "未交付", UnitState.UNDELIVERED)),
            10,
            "未售和未交付的户由开发商行使业主权利",
            "已售");

    public static final SheetModel SHEET = new SheetModel(
            "户",
            SheetModel.Layout.TABLE,
            List.of(BUILDING, ENTRANCE, ROOM, AREA, AREA_SOURCE, USE, STATE),
            "每个专有部分（住宅、商铺、车位等）一行。");

    private UnitSheet() {}

    /** Null if building or room are missing, or any of the three is wrong. */
    public static @Nullable UnitNo unitNo(SheetRow row) {
        var building = row.get(BUILDING);
        var room = row.get(ROOM);
        // Without its wrong entrance it would be another door, and every owner behind it would seem to have none.
        if (building == null || room == null || row.isWrong(ENTRANCE)) return null;
        return new UnitNo(building, row.get(ENTRANCE), room);
    }

    public static UnitRow unit(SheetRow row) {
        var no = new UnitNo(row.require(BUILDING), row.get(ENTRANCE), row.require(ROOM));
        return new UnitRow(no, row.require(AREA), row.require(USE), row.require(AREA_SOURCE), row.require(STATE));
    }
}
