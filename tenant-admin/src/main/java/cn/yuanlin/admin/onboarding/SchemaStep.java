package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.estate.Estates;
import org.springframework.stereotype.Component;

/** The estate has its schema and its database role in the cell. */
@Component
class SchemaStep implements OnboardingStep {
    private final Estates estates;
    private final CellClient cells;

    SchemaStep(Estates estates, CellClient cells) {
        this.estates = estates;
        this.cells = cells;
    }

    @Override
    public StepName name() {
        return StepName.SCHEMA;
    }

    @Override
    public StepOutcome execute(Work work) {
        var version =
                cells.makeSchema(work.estate().requiredCell(), work.estate().id());
        estates.schemaVersion(work.estate().id(), version);
        return new StepOutcome.Done("数据区已建立，版本" + version);
    }

    @Override
    public void undo(Work work) {
        var estate = work.estate();
        if (estate.cell() != null) {
            cells.delete(estate.cell(), estate.id());
        }
        estates.schemaVersion(estate.id(), null);
    }
}
