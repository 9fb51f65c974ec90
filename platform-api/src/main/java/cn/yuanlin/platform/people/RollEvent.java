package cn.yuanlin.platform.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act upon the roll, before it is recorded.
 *
 * @param effectiveOn from which day on it holds, in Asia/Shanghai
 * @param byWhom who did it, for people to read: a subject, or the platform's own words
 * @param bySubject null if it was the platform
 * @param evidence a file of the estate's media that belongs to it, or null
 * @param version the version it froze, or null
 */
record RollEvent(
        Instant at,
        RollEventKind kind,
        LocalDate effectiveOn,
        String byWhom,
        @Nullable String bySubject,
        String reason,
        @Nullable UUID evidence,
        @Nullable Integer version) {}
