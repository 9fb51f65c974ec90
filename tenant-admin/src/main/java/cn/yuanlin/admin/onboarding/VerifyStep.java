package cn.yuanlin.admin.onboarding;

import static cn.yuanlin.admin.estate.EstateState.PROVISIONING;
import static cn.yuanlin.admin.estate.EstateState.VERIFIED;

import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.workbook.Workbooks;
import org.springframework.stereotype.Component;

/** The community vouched for the estate, and its workbook has no error and is still there. */
@Component
class VerifyStep implements OnboardingStep {
    private static final String GONE = "所选的表格已被清除（上传后保留30天），请撤销后重新上传。";

    private final Estates estates;
    private final Workbooks workbooks;

    VerifyStep(Estates estates, Workbooks workbooks) {
        this.estates = estates;
        this.workbooks = workbooks;
    }

    @Override
    public StepName name() {
        return StepName.VERIFY;
    }

    @Override
    public StepOutcome execute(Work work) {
        var workbook = workbooks.find(work.estate().id(), work.workbook());
        if (workbook.isEmpty()) {
            return new StepOutcome.Refused(GONE);
        }
        if (!workbook.get().report().importable()) {
            return new StepOutcome.Refused("表格还有" + workbook.get().report().errorCount() + "处错误，请改正后重新上传。");
        }
        if (!workbooks.stillStaged(work.estate(), work.workbook())) {
            return new StepOutcome.Refused(GONE);
        }
        if (work.estate().state() != PROVISIONING && !estates.move(work.estate().id(), VERIFIED, PROVISIONING, null)) {
            return new StepOutcome.Refused("小区尚未核实，不能开通。");
        }
        return new StepOutcome.Done("申请已核实，表格无误");
    }

    @Override
    public void undo(Work work) {
        estates.move(work.estate().id(), PROVISIONING, VERIFIED, null);
    }
}
