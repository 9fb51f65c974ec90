package cn.yuanlin.platform.workbook;

import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Findings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found, to be shown to the clerk. Holds no content of any cell.
 *
 * @param sha256 of the file, in hex
 * @param errors in the order of the sheets, at most {@value Findings#MAX_ERRORS}
 * @param errorsTruncated whether there are more errors than listed
 * @param warnings worth a look, no obstacle; at most {@value Findings#MAX_WARNINGS}
 * @param refused why the file was not read to its end, or null
 */
record WorkbookReport(
        UUID workbook,
        String sha256,
        long sizeBytes,
        List<SheetReport> sheets,
        int errorCount,
        List<CellReport> errors,
        boolean errorsTruncated,
        int warningCount,
        List<CellReport> warnings,
        boolean importable,
        @Nullable RefusalReport refused) {

    /** @param rows without headings and examples */
    record SheetReport(String name, int rows, int errors) {}

    /**
     * @param column the heading; empty if it is about no single column
     * @param message the whole sentence, with sheet and cell
     */
    record CellReport(String sheet, String cell, String column, String code, String message) {
        static CellReport of(Finding finding) {
            return new CellReport(
                    finding.sheet(),
                    finding.at().toString(),
                    finding.column(),
                    finding.fault().name(),
                    finding.message());
        }
    }

    record RefusalReport(String code, String message) {
        static @Nullable RefusalReport of(@Nullable Refusal refusal) {
            return refusal == null ? null : new RefusalReport(refusal.code().name(), refusal.message());
        }
    }

    static WorkbookReport of(UUID workbook, StagedWorkbooks.Staged staged, CheckedWorkbook checked) {
        var findings = checked.findings();
        var errors = findings.errors().stream().map(CellReport::of).toList();
        return new WorkbookReport(
                workbook,
                staged.sha256(),
                staged.sizeBytes(),
                checked.sheets().stream()
                        .map(sheet -> new SheetReport(sheet.name(), sheet.rows(), findings.errorCount(sheet.name())))
                        .toList(),
                findings.errorCount(),
                errors,
                findings.errorCount() > errors.size(),
                findings.warningCount(),
                findings.warnings().stream().map(CellReport::of).toList(),
                checked.isImportable(),
                RefusalReport.of(checked.refusal()));
    }
}
