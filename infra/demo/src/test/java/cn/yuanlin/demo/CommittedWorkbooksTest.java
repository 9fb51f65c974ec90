package cn.yuanlin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommittedWorkbooksTest {
    private static final Path DIRECTORY = Path.of("workbooks");

    static Iterable<EstateBook> estates() {
        return DemoEstates.all();
    }

    @ParameterizedTest
    @MethodSource("estates")
    void eachCellIsWhatTheGeneratorMakes(EstateBook book) throws IOException {
        var made = new ByteArrayOutputStream();
        WorkbookWriter.write(book, made);
        try (var committed = Files.newInputStream(DIRECTORY.resolve(book.slug() + ".xlsx"))) {
            assertThat(cells(committed))
                    .as("run DemoWorkbooks and commit what it writes")
                    .isEqualTo(cells(new ByteArrayInputStream(made.toByteArray())));
        }
    }

    @Test
    void thereIsNoOtherWorkbook() throws IOException {
        try (var files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(DemoEstates.all().stream()
                            .map(book -> book.slug() + ".xlsx")
                            .toList());
        }
    }

    private static Map<String, String> cells(InputStream in) throws IOException {
        var cells = new TreeMap<String, String>();
        try (var workbook = new XSSFWorkbook(in)) {
            for (var sheet : workbook)
                for (var row : sheet)
                    for (var cell : row) cells.put(sheet.getSheetName() + "!" + cell.getAddress(), content(cell));
        }
        return cells;
    }

    private static String content(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> "text " + cell.getStringCellValue();
            case NUMERIC -> (DateUtil.isCellDateFormatted(cell) ? "day " : "number ") + cell.getNumericCellValue();
            default -> cell.getCellType().toString();
        };
    }
}
