package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.audit.Actor;
import cn.yuanlin.admin.estate.Estate;
import java.util.UUID;

/**
 * One step of a run. It may be killed anywhere and is then simply done again, so both directions must be harmless to
 * repeat. Both run in a transaction that records the outcome; they speak to others first and write here last, or no
 * lock outlives a slow answer.
 */
interface OnboardingStep {
    StepName name();

    StepOutcome execute(Work work);

    /** Takes back whatever {@link #execute} may have done, wholly or half. */
    void undo(Work work);

    /**
     * What a step works on.
     *
     * @param actor who started the run
     */
    record Work(UUID run, Estate estate, UUID workbook, Actor actor) {}
}
