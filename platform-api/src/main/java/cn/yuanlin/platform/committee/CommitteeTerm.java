package cn.yuanlin.platform.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * For how long a committee was elected, and who sat in it.
 *
 * @param endsOn the last day
 */
record CommitteeTerm(UUID id, LocalDate startsOn, LocalDate endsOn, List<Appointment> appointments) {
    /** Regulations know terms of 3 to 5 years; a committee that was elected late or again serves less. */
    static final int LONGEST_YEARS = 5;

    static boolean isPossible(LocalDate startsOn, LocalDate endsOn) {
        return endsOn.isAfter(startsOn)
                && endsOn.isBefore(startsOn.plusYears(LONGEST_YEARS).plusDays(1));
    }

    boolean includes(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
