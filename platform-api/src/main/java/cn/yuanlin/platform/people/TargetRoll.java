package cn.yuanlin.platform.people;

import java.util.List;

/**
 * The roll as a workbook says it should be. What it says of a unit is the whole truth of that unit; units it does not name stay as
 * they are.
 *
 * @param holdings of units that are named
 */
public record TargetRoll(List<BuildingRow> buildings, List<UnitRow> units, List<HoldingRow> holdings) {}
