package cn.yuanlin.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A clerk, then a committee member at the console, in a real Chromium. */
class ConsoleBrowserTest {
    private static final Path RIGHT = RunningPlatform.ROOT.resolve("infra/demo/workbooks/linyuan.xlsx");
    private static final Path SCREENSHOTS = NodeScript.SCREENSHOTS;

    private final RunningPlatform platform = RunningPlatform.get();

    @Test
    void aClerkOnboardsAnEstateAfterMendingTwoWrongCellsAndItsCommitteeFindsIt() throws Exception {
        Files.createDirectories(SCREENSHOTS);
        var wrong = SCREENSHOTS.resolveSibling("two-wrong-cells.xlsx");
        var phone = new Wrong("业主", "手机", "1380013");
        var area = new Wrong("户", "专有部分面积", "八十九");
        var cells = spoil(wrong, List.of(phone, area));
        var clerk = platform.clerk("linyuan");
        var given = Map.of(
                "console",
                platform.parts().gatewayUrl() + "/console/",
                "username",
                clerk.username(),
                "password",
                clerk.password(),
                "community",
                "春华社区",
                "name",
                "新苑测试小区",
                "slug",
                "xinyuan-test",
                "wrong",
                wrong.toString(),
                "right",
                RIGHT.toString(),
                "expected",
                cells,
                "screenshots",
                SCREENSHOTS.toString());
        assertThat(new NodeScript("tenant-admin/console", "tests/browser/onboarding.mjs").run(given))
                .contains("The estate was brought on board.");
    }

    /** @param column begins with this heading; the first filled row below it is spoiled */
    private record Wrong(String sheet, String column, String text) {}

    /** @return the spoiled cells as the report names them, e.g. {@code 业主!C17} */
    private static List<String> spoil(Path target, List<Wrong> wrongs) throws IOException, InvalidFormatException {
        try (var workbook = new XSSFWorkbook(OPCPackage.open(Files.newInputStream(RIGHT)))) {
            var cells = wrongs.stream()
                    .map(wrong -> spoil(workbook.getSheet(wrong.sheet()), wrong))
                    .toList();
            try (var out = Files.newOutputStream(target)) {
                workbook.write(out);
            }
            return cells;
        }
    }

    private static String spoil(XSSFSheet sheet, Wrong wrong) {
        var heading = -1;
        var column = -1;
        for (var row : sheet) {
            if (heading < 0) {
                for (var cell : row) {
                    if (cell.toString().startsWith(wrong.column())) {
                        heading = row.getRowNum();
                        column = cell.getColumnIndex();
                    }
                }
            } else if (row.getRowNum() > heading + 1 && row.getCell(column) != null) {
                row.getCell(column).setCellValue(wrong.text());
                return sheet.getSheetName() + "!" + row.getCell(column).getAddress();
            }
        }
        throw new AssertionError("No filled column " + wrong.column() + " on " + wrong.sheet());
    }
}
