package cn.yuanlin.platform.workbook.template;

import cn.yuanlin.platform.workbook.file.UnreadableWorkbook;
import cn.yuanlin.platform.workbook.file.WorkbookFile;
import cn.yuanlin.platform.workbook.sheet.Finding;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.sheet.WorkbookModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.temp.SXSSFWorkbookWithCustomZipEntrySource;

/**
 * The upload again, on the template's structure, with what is wrong coloured and explained. Rows stream through temporary files
 * that are encrypted with a key of this process: they are full of personal data.
 */
public final class MarkedCopy {
    private MarkedCopy() {}

    /** @throws UnreadableWorkbook if the upload can't be read to its end; then there is nothing to mark */
    public static void write(byte[] upload, Findings findings, OutputStream out)
            throws IOException, UnreadableWorkbook {
        try (var file = WorkbookFile.open(upload);
                var workbook = new SXSSFWorkbookWithCustomZipEntrySource()) {
            var looks = new Looks(workbook);
            Instructions.write(workbook.createSheet(WorkbookModel.INSTRUCTIONS), looks, summary(findings));
            for (var model : WorkbookModel.SHEETS) {
                if (!file.sheetNames().contains(model.name())) continue;
                var marks = Stream.concat(findings.errors().stream(), findings.warnings().stream())
                        .filter(finding -> finding.sheet().equals(model.name()))
                        .toList();
                var sheet = new MarkedSheet(workbook.createSheet(model.name()), model, looks, marks);
                file.read(model.name(), sheet::row);
                sheet.finish();
            }
            workbook.write(out);
        }
    }

    private static List<String> summary(Findings findings) {
        var lines = new ArrayList<String>();
        lines.add("共%d处错误，用红色标出；%d处提醒，用黄色标出。批注里写着原因；改好后可以直接上传这个文件。"
                .formatted(findings.errorCount(), findings.warningCount()));
        if (findings.errorCount() > Findings.MAX_ERRORS) lines.add("错误太多，只标出了前%d处。".formatted(Findings.MAX_ERRORS));
        findings.errors().stream()
                .filter(finding -> WorkbookModel.find(finding.sheet()) == null)
                .limit(20)
                .map(Finding::message)
                .forEach(lines::add);
        return lines;
    }
}
