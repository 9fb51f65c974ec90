package cn.yuanlin.platform.people;

import org.jspecify.annotations.Nullable;

/**
 * One holder of one unit to import; joint owners are several rows of the same unit.
 *
 * @param phone 11 digits, or null if not known
 * @param idNumber null if not known: then name and phone tell persons apart
 * @param nominated whether the joint owners named this holder to vote for the unit
 */
public record HoldingRow(
        UnitNo unit,
        String holder,
        HolderKind kind,
        @Nullable String phone,
        @Nullable IdType idType,
        @Nullable String idNumber,
        Share share,
        boolean nominated) {

    /** @throws IllegalArgumentException if a document has a number but no type, or a type but no number */
    public HoldingRow {
        if ((idType == null) != (idNumber == null))
            throw new IllegalArgumentException("a document has both type and number");
    }

    /** Names the unit only: rows end up in logs and test reports, personal data must not. */
    @Override
    public String toString() {
        return "HoldingRow[" + unit + "]";
    }
}
