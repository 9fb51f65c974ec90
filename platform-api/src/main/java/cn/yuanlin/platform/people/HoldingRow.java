package cn.yuanlin.platform.people;

import org.jspecify.annotations.Nullable;

/**
 * One holder of one unit to import; joint owners are several rows of the same unit.
 *
 * @param phone 11 digits, or null if not known
 * @param idNumber null if not known: then name and phone tell persons apart
 * @param nominated whether the joint owners named this holder to vote for the unit
 * @param representative who acts for a company, or for a person who can't act alone; null if nobody need
 */
public record HoldingRow(
        UnitNo unit,
        String holder,
        HolderKind kind,
        @Nullable String phone,
        @Nullable IdType idType,
        @Nullable String idNumber,
        Share share,
        boolean nominated,
        @Nullable Representative representative) {

    /**
     * Known by name and phone, as is whoever is met with them elsewhere on the roll without a document.
     *
     * @param phone 11 digits
     */
    public record Representative(String name, String phone) {
        /** Names nobody. */
        @Override
        public String toString() {
            return "Representative[]";
        }
    }

    /** @throws IllegalArgumentException if a document has a number but no type, or a type but no number */
    public HoldingRow {
        if ((idType == null) != (idNumber == null))
            throw new IllegalArgumentException("a document has both type and number");
    }

    /** For a holder who acts alone. */
    public HoldingRow(
            UnitNo unit,
            String holder,
            HolderKind kind,
            @Nullable String phone,
            @Nullable IdType idType,
            @Nullable String idNumber,
            Share share,
            boolean nominated) {
        this(unit, holder, kind, phone, idType, idNumber, share, nominated, null);
    }

    /** The representative as a person of their own, or null if there is none. */
    @Nullable
    HoldingRow representativeRow() {
        if (representative == null) return null;
        return new HoldingRow(
                unit, representative.name, HolderKind.PERSON, representative.phone, null, null, Share.WHOLE, false);
    }

    /** Names the unit only: rows end up in logs and test reports, personal data must not. */
    @Override
    public String toString() {
        return "HoldingRow[" + unit + "]";
    }
}
