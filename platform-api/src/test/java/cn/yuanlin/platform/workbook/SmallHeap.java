package cn.yuanlin.platform.workbook;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.sheet.Findings;
import cn.yuanlin.platform.workbook.template.MarkedCopy;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.slf4j.LoggerFactory;

/** Run as a process of its own with little memory: checks a workbook and marks its errors. */
final class SmallHeap {
    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        // Outside Spring nobody tells the logger to be quiet.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var file = Files.readAllBytes(Path.of(arguments[0]));
        var checked = WorkbookCheck.check(file, new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22)));
        Findings findings = checked.findings();
        MarkedCopy.write(file, findings, OutputStream.nullOutputStream());
        System.out.printf(
                "%d errors, %d listed, copy written%n",
                findings.errorCount(), findings.errors().size());
    }
}
