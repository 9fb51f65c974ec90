package cn.yuanlin.platform.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds an office.
 *
 * @param name as it is on the tie of membership now
 * @param from the first day
 * @param left the first day without the office, if the person resigned
 */
record Appointment(
        UUID id,
        UUID term,
        UUID membership,
        @JsonIgnore String subject,
        String name,
        Office office,
        LocalDate from,
        @Nullable LocalDate left,
        @Nullable String leftBecause) {}
