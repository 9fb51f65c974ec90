package cn.yuanlin.admin.rollout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schema version on its way to every estate.
 *
 * @param parallelism how many estates are worked on at once
 * @param failures at most 100, by estate; left out where roll-outs are listed
 */
record Rollout(
        UUID id,
        int toVersion,
        RolloutState state,
        int parallelism,
        List<Wave> waves,
        List<Failure> failures,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String startedBy) {
    Rollout with(List<Wave> counted) {
        return new Rollout(id, toVersion, state, parallelism, counted, failures, startedAt, endedAt, startedBy);
    }

    /** @param done includes estates that were left out because they are gone meanwhile */
    record Wave(int number, boolean canary, int total, int done, int failed) {}

    record Failure(UUID estate, String name, @Nullable String detail) {}
}
