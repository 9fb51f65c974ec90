package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;

/** A unit to import; its building must have been imported before. */
public record UnitRow(UnitNo unit, Area area, UnitUse use, AreaSource areaSource, UnitState state) {}
