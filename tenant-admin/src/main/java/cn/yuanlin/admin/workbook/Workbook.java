package cn.yuanlin.admin.workbook;

import cn.yuanlin.admin.cell.WorkbookReport;
import java.time.Instant;
import java.util.UUID;

/**
 * A workbook as control remembers it; the file itself is staged in the estate's cell.
 *
 * @param fileName ours, by the time of the upload; what the sender called the file is not kept, people put names into it
 * @param report what the dry run found
 */
public record Workbook(
        UUID id, String fileName, String sha256, long sizeBytes, Instant uploadedAt, WorkbookReport report) {}
