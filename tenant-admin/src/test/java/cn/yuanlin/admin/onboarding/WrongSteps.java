package cn.yuanlin.admin.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yuanlin.admin.support.ControlDatabase;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real steps with something wrong around them. */
final class WrongSteps {
    private WrongSteps() {}

    static final class Killed extends Error {
        Killed() {
            super("kill -9", null, false, false);
        }
    }

    /** Does all of its work, and dies before anybody writes it down. */
    record Deadly(OnboardingStep step) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            step.execute(work);
            throw new Killed();
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
            throw new Killed();
        }
    }

    /** Does all of its work, and loses the connection on which it would be recorded. */
    record Disconnecting(OnboardingStep step, JdbcClient service) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            var outcome = step.execute(work);
            var connection =
                    service.sql("select pg_backend_pid()").query(Integer.class).single();
            JdbcClient.create(ControlDatabase.asService())
                    .sql("select pg_terminate_backend(?)")
                    .param(connection)
                    .query(Boolean.class)
                    .single();
            return outcome;
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }

    /** Does its work out there, and then fails all the same. */
    record Refusing(OnboardingStep step) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            if (step.name() != StepName.ACTIVATE) {
                step.execute(work);
            }
            return new StepOutcome.Refused("测试中的失败");
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }

    /** Fails in a way nobody thought of. */
    record Mistaken(OnboardingStep step) implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            throw new UnsupportedOperationException("of tests");
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }

    record Counting(OnboardingStep step, AtomicInteger atWork, ConcurrentHashMap<StepName, Integer> executed)
            implements OnboardingStep {
        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public StepOutcome execute(Work work) {
            assertThat(atWork.incrementAndGet()).isEqualTo(1);
            try {
                executed.merge(step.name(), 1, Integer::sum);
                return step.execute(work);
            } finally {
                atWork.decrementAndGet();
            }
        }

        @Override
        public void undo(Work work) {
            step.undo(work);
        }
    }
}
