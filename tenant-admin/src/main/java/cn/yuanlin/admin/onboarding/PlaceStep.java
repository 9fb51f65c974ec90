package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.estate.Placing;
import cn.yuanlin.admin.workbook.Workbooks;
import org.springframework.stereotype.Component;

/** The estate has a place in a cell (most likely since its first upload), and the cell knows it by its present name. */
@Component
class PlaceStep implements OnboardingStep {
    private final Estates estates;
    private final Workbooks workbooks;
    private final CellClient cells;

    PlaceStep(Estates estates, Workbooks workbooks, CellClient cells) {
        this.estates = estates;
        this.workbooks = workbooks;
        this.cells = cells;
    }

    @Override
    public StepName name() {
        return StepName.PLACE;
    }

    @Override
    public StepOutcome execute(Work work) {
        var estate = work.estate();
        return switch (estates.place(estate.id())) {
            case Placing.Placed(var cell) -> {
                cells.register(cell, estate.id(), estates.entry(estate));
                yield new StepOutcome.Done("已安排在单元" + cell);
            }
            case Placing.NoRoom() -> new StepOutcome.Refused("所有单元都已满，请联系平台管理员增加单元后重试。");
            case Placing.NotFrom(var state) -> new StepOutcome.Refused("该小区目前为“" + state.words() + "”，不能安排单元。");
        };
    }

    /** The cell forgets the estate, its key and what was staged; then the place is free. */
    @Override
    public void undo(Work work) {
        var estate = estates.hold(work.estate().id());
        if (estate.cell() != null) {
            cells.delete(estate.cell(), estate.id());
        }
        workbooks.discardAll(estate.id());
        estates.unplace(estate.id());
    }
}
