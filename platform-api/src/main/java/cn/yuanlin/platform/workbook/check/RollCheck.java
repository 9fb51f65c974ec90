package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.people.UnitState;
import cn.yuanlin.platform.workbook.sheet.BuildingSheet;
import cn.yuanlin.platform.workbook.sheet.CellRef;
import cn.yuanlin.platform.workbook.sheet.Fault;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.SheetRow;
import cn.yuanlin.platform.workbook.sheet.UnitSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 楼幢 and 户 fit together: every unit's building is there, nothing twice. Keeps a few dozen bytes a unit. */
final class RollCheck {
    private final Findings findings;
    private final Map<String, Integer> buildings = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<CheckedUnit> units = new ArrayList<>();
    private boolean unreadableBuilding;
    private boolean unreadableUnit;

    RollCheck(Findings findings) {
        this.findings = findings;
    }

    void building(SheetRow row) {
        var name = row.get(BuildingSheet.BUILDING);
        if (name == null) {
            unreadableBuilding = true;
            return;
        }
        var first = buildings.putIfAbsent(name, row.number());
        if (first != null) row.fault(BuildingSheet.BUILDING, Fault.DUPLICATE, "与第%d行是同一幢".formatted(first));
    }

    void unit(SheetRow row) {
        var building = row.get(UnitSheet.BUILDING);
        // A building that could not be read may be the one; its own error comes first. So does that of an empty sheet.
        if (building != null && !unreadableBuilding && !buildings.isEmpty() && !buildings.containsKey(building))
            row.fault(UnitSheet.BUILDING, Fault.UNKNOWN_BUILDING, "“楼幢”工作表中没有这一幢");
        var no = UnitSheet.unitNo(row);
        if (no == null) {
            unreadableUnit = true;
            return;
        }
        var first = positions.putIfAbsent(no.dashed(), units.size());
        if (first != null) {
            row.fault(
                    UnitSheet.ROOM,
                    Fault.DUPLICATE,
                    "与第%d行是同一户".formatted(units.get(first).row()));
            return;
        }
        units.add(new CheckedUnit(row.number(), row.at(UnitSheet.ROOM).column(), row.get(UnitSheet.STATE)));
    }

    /** Position of the unit among all, or -1. */
    int find(String dashed) {
        return positions.getOrDefault(dashed, -1);
    }

    int units() {
        return units.size();
    }

    /** Whether a unit that is not found may be one whose number could not be read, or there is none at all. */
    boolean mayMissUnits() {
        return unreadableUnit || units.isEmpty();
    }

    /** Sold units need somebody who holds them. */
    void warnOfNobody(int unit) {
        var checked = units.get(unit);
        if (checked.state() != UnitState.SOLD) return;
        findings.add(new Finding(
                UnitSheet.SHEET.name(),
                new CellRef(checked.row(), checked.column()),
                UnitSheet.ROOM.heading(),
                Fault.NO_OWNER,
                "已售但“业主”工作表中没有这一户的业主"));
    }

    private record CheckedUnit(
            int row, int column, @Nullable UnitState state) {}
}
