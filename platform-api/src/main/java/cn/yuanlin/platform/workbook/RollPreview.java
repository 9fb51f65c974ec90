package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.people.RollDifference;
import cn.yuanlin.platform.workbook.WorkbookReport.CellReport;
import cn.yuanlin.platform.workbook.WorkbookReport.RefusalReport;
import cn.yuanlin.platform.workbook.check.RollFileCheck.CheckedRoll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a changed roll would change, or why it can't.
 *
 * @param id to apply it by; null if there is nothing to apply
 * @param errors at most 5,000, without the content of any cell
 * @param warnings worth a look, no obstacle; at most 1,000
 * @param refused why the file was not read, or null
 * @param difference null if the file has errors or was refused
 */
record RollPreview(
        @Nullable UUID id,
        int errorCount,
        List<CellReport> errors,
        int warningCount,
        List<CellReport> warnings,
        @Nullable RefusalReport refused,
        @Nullable RollDifference difference) {
    static RollPreview of(@Nullable UUID id, CheckedRoll checked, @Nullable RollDifference difference) {
        var findings = checked.findings();
        return new RollPreview(
                id,
                findings.errorCount(),
                findings.errors().stream().map(CellReport::of).toList(),
                findings.warningCount(),
                findings.warnings().stream().map(CellReport::of).toList(),
                RefusalReport.of(checked.refusal()),
                difference);
    }
}
