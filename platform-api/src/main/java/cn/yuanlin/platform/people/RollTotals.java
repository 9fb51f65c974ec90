package cn.yuanlin.platform.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a ballot's shares would be shares of if it opened now.
 *
 * @param units all units, also those that don't count
 * @param totalAreaDm2 exclusive area that counts, in dm² (0.01 m²)
 * @param owners distinct owners of what counts; less than the sum of the buildings' where one owns in several
 * @param unitsWithoutVoter joint owners who named nobody: they can't cast a valid return until they do
 * @param buildings in the order people count them
 */
record RollTotals(int units, long totalAreaDm2, int owners, int unitsWithoutVoter, List<BuildingFigures> buildings) {

    /** Adds up lines one by one; holds the owners' keys, never the lines. */
    static final class Counter {
        private final RollFigures.Counter estate = new RollFigures.Counter();
        private final Map<String, RollFigures.Counter> buildings = new LinkedHashMap<>();
        private int withoutVoter;

        void add(RollLine line) {
            estate.add(line);
            buildings
                    .computeIfAbsent(line.no().building(), name -> new RollFigures.Counter())
                    .add(line);
            if (line.lacksVoter()) withoutVoter++;
        }

        RollTotals figures() {
            var all = estate.figures();
            return new RollTotals(
                    all.units(),
                    all.totalArea().squareDecimetres(),
                    all.owners(),
                    withoutVoter,
                    buildings.entrySet().stream()
                            .map(entry -> of(entry.getKey(), entry.getValue().figures()))
                            .toList());
        }

        private static BuildingFigures of(String building, RollFigures figures) {
            return new BuildingFigures(
                    building, figures.units(), figures.totalArea().squareDecimetres(), figures.owners());
        }
    }
}
