package cn.yuanlin.platform.membership;

import cn.yuanlin.platform.people.UnitNo;
import org.jspecify.annotations.Nullable;

/**
 * A door somebody names, on the roll or not.
 *
 * @param number such as {@code 3幢2单元502室}
 * @param key by which the roll finds it
 */
record Door(String number, String key) {
    static Door of(UnitNo unit) {
        return new Door(unit.toString(), unit.sortKey());
    }

    /**
     * Reads the three parts as people fill them in: {@code 3幢}, {@code 2单元}, {@code 502室}, or only the figures.
     *
     * @throws IllegalArgumentException if they name no door
     */
    static UnitNo parse(String building, @Nullable String entrance, String room) {
        var name = UnitNo.parseBuilding(building);
        var number = room.strip().replaceFirst("[室号]$", "");
        if (entrance == null || entrance.isBlank()) return UnitNo.parse(name + "-" + number);
        return UnitNo.parse(name + "-" + entrance.strip().replaceFirst("(?:单元|门)$", "") + "-" + number);
    }
}
