package cn.yuanlin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WorkbookCopyTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void namesAnotherEstateAndChangesNothingElse() throws IOException {
        var workbook = WorkbookCopy.of(ROOT, "disai-yuanyuan.xlsx", "迪赛缘园");
        assertThat(texts(workbook.named("测试小区7")))
                .isEqualTo(texts(workbook.original()).replace("<t>迪赛缘园</t>", "<t>测试小区7</t>"))
                .contains("<t>测试小区7</t>", "<t>迪赛缘园建设开发公司（示例）</t>");
    }

    @Test
    void refusesAWorkbookOfSomebodyElse() {
        var workbook = WorkbookCopy.of(ROOT, "disai-yuanyuan.xlsx", "邻苑");
        assertThatThrownBy(() -> workbook.named("测试小区7")).isInstanceOf(IllegalStateException.class);
    }

    private static String texts(byte[] workbook) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/sharedStrings.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no texts");
    }
}
