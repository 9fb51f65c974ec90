package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.SmokeCheck;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The estate answers as it should before anybody sees it. */
@Component
class SmokeCheckStep implements OnboardingStep {
    private final CellClient cells;

    SmokeCheckStep(CellClient cells) {
        this.cells = cells;
    }

    @Override
    public StepName name() {
        return StepName.SMOKE_CHECK;
    }

    @Override
    public StepOutcome execute(Work work) {
        var check = cells.smokeCheck(work.estate().requiredCell(), work.estate().id());
        if (check.ok()) {
            return new StepOutcome.Done(check.checks().size() + "项检查全部通过");
        }
        return new StepOutcome.Refused(check.checks().stream()
                .filter(one -> !one.ok())
                .map(SmokeCheckStep::words)
                .collect(Collectors.joining("；", "开通检查未通过：", "。")));
    }

    private static String words(SmokeCheck.Check failed) {
        return failed.detail() == null ? failed.name() : failed.name() + "（" + failed.detail() + "）";
    }

    @Override
    public void undo(Work work) {
        // It only looked.
    }
}
