package cn.yuanlin.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.file.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.params.provider.Arguments;

/** A good workbook to be spoilt, and what must become of it. */
final class SpoiltFile {
    static final byte[] GOOD = WorkbookFixture.small().bytes();
    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    /** Sheets are numbered in the order of the template: 填写说明, 小区信息, 楼幢, 户 ... */
    static final String BUILDINGS = "xl/worksheets/sheet3.xml";

    private static final Duration SOON = Duration.ofSeconds(30);

    private SpoiltFile() {}

    static ZipFixture good() {
        return ZipFixture.of(GOOD);
    }

    static Arguments file(Refusal.Code code, String what, Supplier<byte[]> file) {
        return arguments(code, what, file);
    }

    static CheckedWorkbook check(byte[] file) {
        return WorkbookCheck.check(file, new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22)));
    }

    static void assertRefused(Refusal.Code code, String what, Supplier<byte[]> made) {
        var file = made.get();
        var checked = assertTimeout(SOON, () -> check(file));
        assertThat(checked.refusal()).as(what).isNotNull();
        assertThat(checked.refusal().code()).isEqualTo(code);
        assertThat(checked.refusal().message()).endsWith("。");
        assertThat(checked.isImportable()).isFalse();
    }
}
