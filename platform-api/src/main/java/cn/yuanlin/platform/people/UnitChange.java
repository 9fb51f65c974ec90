package cn.yuanlin.platform.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of a unit's past.
 *
 * @param effectiveOn from which day on it holds, in Asia/Shanghai
 * @param by the name of who entered it, or the platform's own words
 * @param evidence a file of the estate's media, or null
 * @param ended who ceased to hold the unit, or held it otherwise from then on
 * @param began who held it from then on
 * @param corrected who of its holders, or of those who act for them, got another name or phone
 * @param became what the unit was from then on; null if that did not change
 */
record UnitChange(
        UUID event,
        Instant at,
        RollEventKind kind,
        LocalDate effectiveOn,
        String by,
        String reason,
        @Nullable UUID evidence,
        List<RollUnit.Holder> ended,
        List<RollUnit.Holder> began,
        List<PersonCorrection> corrected,
        @Nullable UnitRecord became) {

    /**
     * @param nameBefore as name; the same if only the phone is another
     * @param phoneBefore masked, as phone; null if not known
     */
    record PersonCorrection(
            UUID person,
            String nameBefore,
            String name,
            @Nullable String phoneBefore,
            @Nullable String phone) {}

    UnitChange enteredBy(String name) {
        return new UnitChange(event, at, kind, effectiveOn, name, reason, evidence, ended, began, corrected, became);
    }

    /** @param areaDm2 exclusive area in dm² (0.01 m²) */
    record UnitRecord(long areaDm2, UnitUse use, AreaSource areaSource, UnitState state) {}
}
