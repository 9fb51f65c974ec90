package cn.yuanlin.platform.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a changed roll would change.
 *
 * @param unitsChanged units that are there and get another area, use, source or state
 * @param holdersChanged units that are there and get other holders, shares or voters
 * @param personsCorrected persons who get another name or phone, without becoming somebody else
 * @param unitsUnchanged named, and the same
 * @param unitsNotNamed on the roll but not in the workbook; they stay as they are
 * @param units the first that are added or changed, at most {@value #MOST_LISTED}
 * @param truncated whether there are more than listed
 */
public record RollDifference(
        int buildingsAdded,
        int unitsAdded,
        int unitsChanged,
        int holdersChanged,
        int personsCorrected,
        int unitsUnchanged,
        int unitsNotNamed,
        List<UnitDifference> units,
        boolean truncated) {
    public static final int MOST_LISTED = 500;

    /** Whether nothing would change. */
    boolean isEmpty() {
        return buildingsAdded + unitsAdded + unitsChanged + holdersChanged + personsCorrected == 0;
    }

    /** @param before null if the unit is new */
    public record UnitDifference(String number, @Nullable UnitSide before, UnitSide after) {}

    /** @param areaDm2 exclusive area in dm² (0.01 m²) */
    public record UnitSide(
            long areaDm2, UnitUse use, AreaSource areaSource, UnitState state, List<HolderSide> holders) {}

    /** @param share such as {@code 1/2} */
    public record HolderSide(
            String name,
            String share,
            boolean nominated,
            @Nullable String representative) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "HolderSide[]";
        }
    }
}
