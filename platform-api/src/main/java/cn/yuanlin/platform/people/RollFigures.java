package cn.yuanlin.platform.people;

import cn.yuanlin.platform.shared.Area;
import java.util.HashSet;
import java.util.Set;

/**
 * What a ballot's shares are shares of.
 *
 * @param units all units, also those that don't count
 * @param owners distinct owners of the units that count
 * @param totalArea exclusive area of the units that count
 */
public record RollFigures(int units, int owners, Area totalArea) {

    /** Adds up lines one by one; holds the owners' keys, never the lines. */
    static final class Counter {
        private final Set<String> owners = new HashSet<>();
        private int units;
        private Area area = new Area(0);

        void add(RollLine line) {
            units++;
            var owner = line.ownerKey();
            if (owner == null) return;
            owners.add(owner);
            area = area.plus(line.area());
        }

        RollFigures figures() {
            return new RollFigures(units, owners.size(), area);
        }
    }
}
