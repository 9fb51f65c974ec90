package cn.yuanlin.admin.cell;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the dry run of a workbook found: counts and where the errors are, never a value out of a cell.
 *
 * @param errors at most 5,000; {@code errorCount} is the true number
 * @param warnings worth a look, no obstacle; some hundred at most, {@code warningCount} is the true number
 * @param importable no error, nothing refused
 * @param refused why the file as a whole was not read at all
 */
public record WorkbookReport(
        UUID workbook,
        String sha256,
        long sizeBytes,
        List<Sheet> sheets,
        int errorCount,
        List<CellError> errors,
        boolean errorsTruncated,
        int warningCount,
        List<CellError> warnings,
        boolean importable,
        @Nullable Refusal refused) {

    public record Sheet(String name, int rows, int errors) {}

    /**
     * One cell that is wrong, or worth a look.
     *
     * @param cell as spreadsheets write it, e.g. C17
     * @param message full words for a clerk, e.g. {@code 业主!C17：手机号应为11位}
     */
    public record CellError(
            String sheet, @Nullable String cell, @Nullable String column, String code, String message) {}

    public record Refusal(String code, String message) {}
}
