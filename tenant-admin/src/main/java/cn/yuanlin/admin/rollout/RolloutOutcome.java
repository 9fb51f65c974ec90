package cn.yuanlin.admin.rollout;

import java.util.List;
import java.util.UUID;

/** What became of planning, pausing or resuming a roll-out. */
sealed interface RolloutOutcome {
    record Planned(Rollout rollout) implements RolloutOutcome {}

    /** Every estate is there already. */
    record NothingToDo(int version) implements RolloutOutcome {}

    /** No cell has told its version yet. */
    record NoVersion() implements RolloutOutcome {}

    /** These are not among the estates to be changed. */
    record NotCanaries(List<UUID> estates) implements RolloutOutcome {}

    record AnotherUnderway() implements RolloutOutcome {}

    record NotNow(RolloutState state) implements RolloutOutcome {}
}
