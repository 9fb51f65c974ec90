package cn.yuanlin.admin.onboarding;

import static cn.yuanlin.admin.estate.EstateState.ACTIVE;
import static cn.yuanlin.admin.estate.EstateState.PROVISIONING;

import cn.yuanlin.admin.audit.AuditTrail;
import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellEstate;
import cn.yuanlin.admin.estate.Estates;
import cn.yuanlin.admin.workbook.Workbooks;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The cell opens the estate, then the route table does. */
@Component
class ActivateStep implements OnboardingStep {
    /** As a cell says it. */
    private static final Set<String> OPEN = Set.of("ACTIVE", "SUSPENDED");

    private final Estates estates;
    private final CellClient cells;
    private final Workbooks workbooks;
    private final AuditTrail audit;

    ActivateStep(Estates estates, CellClient cells, Workbooks workbooks, AuditTrail audit) {
        this.estates = estates;
        this.cells = cells;
        this.workbooks = workbooks;
        this.audit = audit;
    }

    @Override
    public StepName name() {
        return StepName.ACTIVATE;
    }

    @Override
    public StepOutcome execute(Work work) {
        var estate = work.estate();
        cells.state(estate.requiredCell(), estate.id(), "ACTIVE");
        if (!estates.move(estate.id(), PROVISIONING, ACTIVE, null)) {
            return new StepOutcome.Refused("小区状态已被改变，不能开通。");
        }
        // The cell has dropped what was staged when it opened the estate.
        workbooks.discardAll(estate.id());
        audit.record(work.actor(), "estate.activate", Estates.subject(estate), Map.of("run", work.run()));
        return new StepOutcome.Done("小区已开通");
    }

    /** The cell may have opened it just before the failure; only a shut estate can be dropped. */
    @Override
    public void undo(Work work) {
        var estate = work.estate().id();
        var cell = work.estate().cell();
        if (cell == null) {
            return;
        }
        var state = cells.registration(cell, estate).map(CellEstate::state);
        if (state.filter(OPEN::contains).isPresent()) {
            cells.state(cell, estate, "ARCHIVED");
        }
    }
}
