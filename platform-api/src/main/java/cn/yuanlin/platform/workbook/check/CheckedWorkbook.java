package cn.yuanlin.platform.workbook.check;

import cn.yuanlin.platform.workbook.file.Refusal;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.SheetModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found.
 *
 * @param refusal why the workbook is not read at all or not to its end, or null
 * @param persons distinct holders, as the import will tell them apart
 * @param funds distinct funds with a balance
 * @param sheets those that were read, in the order of the template
 */
public record CheckedWorkbook(
        @Nullable Refusal refusal, List<SheetCount> sheets, int persons, int funds, Findings findings) {

    /** @param rows without headings and examples; for a sheet of fields 1 */
    public record SheetCount(String name, int rows) {}

    /** Rows of a sheet of the template, 0 if it was not read. */
    public int rows(SheetModel sheet) {
        return sheets.stream()
                .filter(count -> count.name().equals(sheet.name()))
                .mapToInt(SheetCount::rows)
                .sum();
    }

    public boolean isImportable() {
        return refusal == null && findings.errorCount() == 0;
    }
}
