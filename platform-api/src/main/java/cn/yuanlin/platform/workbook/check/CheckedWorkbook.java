package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.sheet.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found.
 *
 * @param refusal why the workbook is not read at all or not to its end, or null
 * @param sheets those that were read, in the order of the template
 */
public record CheckedWorkbook(@Nullable Refusal refusal, List<SheetCount> sheets, Findings findings) {

    /** @param rows without headings and examples; for a sheet of fields 1 */
    public record SheetCount(String name, int rows) {}

    public boolean isImportable() {
        return refusal == null && findings.errorCount() == 0;
    }
}
