package cn.yuanlin.platform.committee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the committee took on as what.
 *
 * @param name as the committee calls them now
 * @param from the first day
 * @param until the last day; null if none was agreed
 * @param left the first day without the post, if that came before
 */
record StaffAppointment(
        UUID id,
        @JsonIgnore String subject,
        String name,
        Post post,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate left,
        @Nullable String leftBecause) {}
