package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit (户) without those who hold it.
 *
 * @param number as residents write it, such as {@code 3幢2单元502室}
 * @param areaDm2 exclusive area in dm² (0.01 m²)
 */
record Unit(
        UUID id,
        String number,
        String building,
        @Nullable String entrance,
        String room,
        long areaDm2,
        UnitUse use,
        AreaSource areaSource,
        UnitState state) {
    UnitNo no() {
        return new UnitNo(building, entrance, room);
    }

    /** As a workbook would have it. */
    UnitRow row() {
        return new UnitRow(no(), new Area(areaDm2), use, areaSource, state);
    }

    String sortKey() {
        return no().sortKey();
    }
}
