package cn.yuanlin.admin.onboarding;

import cn.yuanlin.admin.cell.CellClient;
import cn.yuanlin.admin.cell.CellRefused;
import cn.yuanlin.admin.estate.Estates;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The workbook is in the estate's schema, all of it. */
@Component
class ImportStep implements OnboardingStep {
    private final Estates estates;
    private final CellClient cells;

    ImportStep(Estates estates, CellClient cells) {
        this.estates = estates;
        this.cells = cells;
    }

    @Override
    public StepName name() {
        return StepName.IMPORT;
    }

    @Override
    public StepOutcome execute(Work work) {
        var estate = work.estate();
        Map<String, Long> counts;
        try {
            counts = cells.importWorkbook(estate.requiredCell(), estate.id(), work.workbook());
        } catch (CellRefused refused) {
            if (refused.status() == 404) {
                // A run that waited for somebody may outlive its workbook, and takes no other.
                return new StepOutcome.Refused("表格已被清除（上传后保留30天），请撤销后重新上传。");
            }
            throw refused;
        }
        var units = counts.getOrDefault("units", 0L);
        estates.households(estate.id(), Math.toIntExact(units));
        return new StepOutcome.Done("已导入"
                + counts.getOrDefault("buildings", 0L) + "幢、"
                + units + "户、"
                + counts.getOrDefault("products", 0L) + "种商品");
    }

    /** The rows go with the schema. */
    @Override
    public void undo(Work work) {
        estates.households(work.estate().id(), null);
    }
}
