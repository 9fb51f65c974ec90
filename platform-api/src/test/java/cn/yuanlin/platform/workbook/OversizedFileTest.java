package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.SpoiltFile.BUILDINGS;
import static cn.yuanlin.platform.workbook.SpoiltFile.RELATIONSHIPS;
import static cn.yuanlin.platform.workbook.SpoiltFile.TEXTS;
import static cn.yuanlin.platform.workbook.SpoiltFile.WORKBOOK;
import static cn.yuanlin.platform.workbook.SpoiltFile.assertRefused;
import static cn.yuanlin.platform.workbook.SpoiltFile.file;
import static cn.yuanlin.platform.workbook.SpoiltFile.good;

import cn.yuanlin.platform.workbook.file.Refusal;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks that are small until they are read. */
class OversizedFileTest {
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void refusesWithItsReason(Refusal.Code code, String what, Supplier<byte[]> file) {
        assertRefused(code, what, file);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                file(
                        Refusal.Code.ZIP_BOMB,
                        "zeros",
                        () -> good().put("xl/media/image1.png", new byte[64 << 20])
                                .bytes()),
                file(
                        Refusal.Code.ZIP_BOMB,
                        "too much of everything",
                        () -> good().put("xl/media/a.bin", thin(270)).bytes()),
                file(Refusal.Code.ZIP_BOMB, "a thousand parts", () -> manyParts()),
                file(
                        Refusal.Code.ZIP_BOMB,
                        "a giant index",
                        () -> good().put("xl/_rels/x.rels", " ".repeat(3 << 20)).bytes()),
                file(
                        Refusal.Code.TOO_MANY_COLUMNS,
                        "a million cells in a row",
                        () -> good().edit(
                                        BUILDINGS,
                                        s -> s.replace(
                                                "</sheetData>",
                                                "<row r=\"9\">" + "<c/>".repeat(1_000_000) + "</row></sheetData>"))
                                .bytes()),
                file(Refusal.Code.TOO_MANY_COLUMNS, "content far to the right", () -> cell("XFD9")),
                file(Refusal.Code.TOO_MANY_COLUMNS, "a column beyond Excel's last", () -> cell("AAAA9")),
                file(
                        Refusal.Code.TOO_MANY_ROWS,
                        "a million rows",
                        () -> good().edit(
                                        BUILDINGS,
                                        s -> s.replace("</sheetData>", "<row/>".repeat(1_000_000) + "</sheetData>"))
                                .bytes()),
                file(Refusal.Code.TOO_MANY_ROWS, "a row beyond Excel's last", () -> cell("A99999999")),
                file(Refusal.Code.TOO_MANY_ROWS, "more than 50,000 rows in two sheets", () -> manyRows()),
                file(Refusal.Code.TOO_MANY_SHEETS, "a hundred sheets", () -> manySheets()),
                file(
                        Refusal.Code.TOO_MUCH_TEXT,
                        "a million texts",
                        () -> good().edit(TEXTS, s -> s.replace("</sst>", texts(1_000_001, 4) + "</sst>"))
                                .bytes()),
                file(
                        Refusal.Code.TOO_MUCH_TEXT,
                        "one text of a megabyte",
                        () -> good().edit(
                                        TEXTS,
                                        s -> s.replace("</sst>", "<si><t>" + "x".repeat(1 << 20) + "</t></si></sst>"))
                                .bytes()),
                file(
                        Refusal.Code.TOO_MUCH_TEXT,
                        "texts of 49 megabytes",
                        () -> good().edit(TEXTS, s -> s.replace("</sst>", texts(530, 32_000) + "</sst>"))
                                .bytes()));
    }

    private static byte[] thin(int megabytes) {
        var bytes = new byte[megabytes << 20];
        // One byte in 64 differs: compresses well, yet not suspiciously.
        var random = new Random(2);
        for (int i = 0; i < bytes.length; i += 64) bytes[i] = (byte) random.nextInt();
        return bytes;
    }

    private static byte[] manyParts() {
        var file = good();
        for (int i = 0; i < 1000; i++) file.put("xl/media/" + i + ".png", "x");
        return file.bytes();
    }

    private static byte[] manySheets() {
        var workbook = new StringBuilder();
        var relationships = new StringBuilder();
        for (int i = 100; i < 200; i++) {
            workbook.append("<sheet name=\"s%d\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(i, i, i));
            relationships
                    .append("<Relationship Id=\"rId%d\" Target=\"worksheets/sheet1.xml\"".formatted(i))
                    .append(
                            " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>");
        }
        return good().edit(WORKBOOK, s -> s.replace("</sheets>", workbook + "</sheets>"))
                .edit(RELATIONSHIPS, s -> s.replace("</Relationships>", relationships + "</Relationships>"))
                .bytes();
    }

    private static byte[] manyRows() {
        var workbook = WorkbookFixture.small();
        for (int i = 0; i < 25_010; i++) workbook.row("户", "1幢").row("小店", "店");
        return workbook.bytes();
    }

    private static byte[] cell(String reference) {
        var row = reference.replaceAll("\\D", "");
        var xml = "<row r=\"%s\"><c r=\"%s\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>"
                .formatted(row, reference);
        return good().edit(BUILDINGS, s -> s.replace("</sheetData>", xml)).bytes();
    }

    /** Texts of Chinese signs in no order, which hardly compress. */
    private static String texts(int count, int length) {
        int sign = 3;
        var texts = new StringBuilder(count * (length + 17));
        for (int i = 0; i < count; i++) {
            texts.append("<si><t>");
            for (int j = 0; j < length; j++) {
                sign = sign * 1_103_515_245 + 12_345;
                texts.append((char) (0x4E00 + (sign >>> 16) % 0x5000));
            }
            texts.append("</t></si>");
        }
        return texts.toString();
    }
}
