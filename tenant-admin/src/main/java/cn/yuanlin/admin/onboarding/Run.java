package cn.yuanlin.admin.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One onboarding of one estate.
 *
 * @param startedBy display name of the member of staff
 */
record Run(
        UUID id,
        EstateRef estate,
        UUID workbookId,
        RunState state,
        List<Step> steps,
        Instant startedAt,
        @Nullable Instant endedAt,
        String startedBy) {
    record EstateRef(UUID id, String name, String slug) {}

    /**
     * One step and its outcome.
     *
     * @param attempts how often it was begun, by itself or by hand
     * @param detail what it did, or why it did not, in a clerk's words
     */
    record Step(
            StepName step,
            String title,
            StepState state,
            int attempts,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String detail) {}
}
