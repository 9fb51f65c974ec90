package cn.yuanlin.platform.workbook;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.yuanlin.platform.workbook.check.CheckedWorkbook;
import cn.yuanlin.platform.workbook.check.Expected;
import cn.yuanlin.platform.workbook.check.WorkbookCheck;
import cn.yuanlin.platform.workbook.file.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTest {
    private static final byte[] GOOD = WorkbookFixture.small().bytes();
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    /** Sheets are numbered in the order of the template: 填写说明, 小区信息, 楼幢, 户 ... */
    private static final String BUILDINGS = "xl/worksheets/sheet3.xml";

    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostile")
    void refusesWithItsReason(Refusal.Code code, String what, Supplier<byte[]> made) {
        var file = made.get();
        var checked = org.junit.jupiter.api.Assertions.assertTimeout(SOON, () -> check(file));
        assertThat(checked.refusal()).as(what).isNotNull();
        assertThat(checked.refusal().code()).isEqualTo(code);
        assertThat(checked.refusal().message()).endsWith("。");
        assertThat(checked.isImportable()).isFalse();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                file(Refusal.Code.EMPTY, "nothing", () -> new byte[0]),
                file(Refusal.Code.NOT_XLSX, "a PDF", () -> "%PDF-1.7\n\u0000\u0001".getBytes(UTF_8)),
                file(Refusal.Code.NOT_XLSX, "random bytes", () -> random()),
                file(
                        Refusal.Code.NOT_XLSX,
                        "a zip of something else",
                        () -> ZipFixture.nothing().put("a.txt", "a").bytes()),
                file(
                        Refusal.Code.NOT_XLSX,
                        "a template",
                        () -> good().edit(CONTENT_TYPES, s -> s.replace("sheet.main+xml", "template.main+xml"))
                                .bytes()),
                file(
                        Refusal.Code.NOT_XLSX,
                        "a binary workbook",
                        () -> good().edit(
                                        CONTENT_TYPES,
                                        s -> s.replace(
                                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                                "vnd.ms-excel.sheet.binary.macroEnabled.main"))
                                .bytes()),
                file(
                        Refusal.Code.NOT_XLSX,
                        "the strict format",
                        () -> good().edit(
                                        "_rels/.rels",
                                        s -> s.replace(
                                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                                                "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"))
                                .bytes()),
                file(Refusal.Code.TEXT_FILE, "CSV in UTF-8", () -> csv(UTF_8)),
                file(Refusal.Code.TEXT_FILE, "CSV in UTF-8 with a mark", () -> ("\uFEFF" + CSV).getBytes(UTF_8)),
                file(Refusal.Code.TEXT_FILE, "CSV in GB 18030", () -> csv(Charset.forName("GB18030"))),
                file(Refusal.Code.TEXT_FILE, "CSV in Big5", () -> csv(Charset.forName("Big5"))),
                file(Refusal.Code.TEXT_FILE, "CSV in UTF-16", () -> csv(Charset.forName("UTF-16"))),
                file(Refusal.Code.TEXT_FILE, "CSV in UTF-16 without a mark", () -> csv(UTF_16LE)),
                file(
                        Refusal.Code.TEXT_FILE,
                        "a web page called .xls",
                        () -> "<html><table><tr><td>1</td></tr></table></html>".getBytes(UTF_8)),
                file(Refusal.Code.OLD_XLS, "an .xls renamed", () -> xls()),
                file(Refusal.Code.ENCRYPTED, "a password", () -> encrypted()),
                file(Refusal.Code.ENCRYPTED, "an encrypted zip entry", () -> withFlag(GOOD)),
                file(Refusal.Code.DAMAGED, "half of it", () -> Arrays.copyOf(GOOD, GOOD.length / 2)),
                file(Refusal.Code.DAMAGED, "a flipped bit", () -> flipped()),
                file(
                        Refusal.Code.DAMAGED,
                        "XML that ends early",
                        () -> good().edit(BUILDINGS, s -> s.substring(0, s.length() - 40))
                                .bytes()),
                file(
                        Refusal.Code.DAMAGED,
                        "a row twice",
                        () -> good().edit(BUILDINGS, s -> s.replace("<row r=\"3\"", "<row r=\"1\""))
                                .bytes()),
                file(
                        Refusal.Code.DAMAGED,
                        "a text that is not there",
                        () -> good().edit(BUILDINGS, s -> s.replaceFirst("<v>\\d+</v>", "<v>9999999</v>"))
                                .bytes()),
                file(
                        Refusal.Code.DAMAGED,
                        "a way out of the folder",
                        () -> good().put("xl/../../evil.xml", "<a/>").bytes()),
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
                        Refusal.Code.MACROS,
                        "a VBA project",
                        () -> good().put("xl/vbaProject.bin", "x").bytes()),
                file(
                        Refusal.Code.MACROS,
                        "a VBA project under another name",
                        () -> good().put("xl/a.bin", "x")
                                .edit(
                                        CONTENT_TYPES,
                                        s -> s.replace(
                                                "</Types>",
                                                "<Override PartName=\"/xl/a.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"))
                                .bytes()),
                file(
                        Refusal.Code.MACROS,
                        "an .xlsm renamed",
                        () -> good().edit(
                                        CONTENT_TYPES,
                                        s -> s.replace(
                                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                                "vnd.ms-excel.sheet.macroEnabled.main+xml"))
                                .bytes()),
                file(
                        Refusal.Code.MACROS,
                        "Excel 4 macros",
                        () -> good().put("xl/macrosheets/sheet1.xml", "<a/>").bytes()),
                file(
                        Refusal.Code.FORMULA,
                        "a formula",
                        () -> good().edit(BUILDINGS, s -> s.replaceFirst("(<c r=\"B3\"[^>]*>)", "$1<f>1+1</f>"))
                                .bytes()),
                file(
                        Refusal.Code.FORMULA,
                        "DDE in a formula",
                        () -> good().edit(
                                        BUILDINGS,
                                        s -> s.replaceFirst("(<c r=\"B3\"[^>]*>)", "$1<f>cmd|'/C calc'!A0</f>"))
                                .bytes()),
                file(
                        Refusal.Code.EXTERNAL_LINK,
                        "another workbook",
                        () -> good().put("xl/externalLinks/externalLink1.xml", "<a/>")
                                .bytes()),
                file(
                        Refusal.Code.EXTERNAL_LINK,
                        "a data connection",
                        () -> good().put("xl/connections.xml", "<a/>").bytes()),
                file(
                        Refusal.Code.EXTERNAL_LINK,
                        "a picture from the web",
                        () -> relationship(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", true)),
                file(
                        Refusal.Code.EMBEDDED_OBJECT,
                        "an embedded file",
                        () -> good().put("xl/embeddings/oleObject1.bin", "x").bytes()),
                file(
                        Refusal.Code.EMBEDDED_OBJECT,
                        "an embedded package",
                        () -> relationship(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package", false)),
                file(
                        Refusal.Code.EMBEDDED_OBJECT,
                        "a control",
                        () -> good().put("xl/activeX/activeX1.xml", "<a/>").bytes()),
                file(
                        Refusal.Code.DOCTYPE,
                        "an external entity",
                        () -> withDoctype(BUILDINGS, "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")),
                file(
                        Refusal.Code.DOCTYPE,
                        "a billion laughs",
                        () -> withDoctype(TEXTS, "<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;\">]>")),
                file(
                        Refusal.Code.DOCTYPE,
                        "a declaration in the index",
                        () -> withDoctype(CONTENT_TYPES, "<!DOCTYPE a>")),
                file(
                        Refusal.Code.DOCTYPE,
                        "a declaration in UTF-16",
                        () -> good().put(
                                        WORKBOOK,
                                        "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:9/\"><a/>"
                                                .getBytes(Charset.forName("UTF-16BE")))
                                .bytes()),
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
                                .bytes()),
                file(
                        Refusal.Code.SHEET_MISSING,
                        "a sheet renamed",
                        () -> good().edit(WORKBOOK, s -> s.replace("\"业主\"", "\"业主表\""))
                                .bytes()));
    }

    @Test
    void namesTheSheetsThatAreMissing() {
        var file = good().edit(WORKBOOK, s -> s.replace("\"业主\"", "\"张三\"").replace("\"公告\"", "\"x\""))
                .bytes();
        assertThat(check(file).refusal().message()).isEqualTo("缺少工作表“业主”“公告”。请下载模板，不要删除工作表或改它们的名字。");
    }

    @Test
    void acceptsWhatOrdinaryProgramsAdd() {
        var hyperlink = "<Relationship Id=\"rId900\" TargetMode=\"External\" Target=\"mailto:a@example.invalid\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\"/></Relationships>";
        var file = good().edit(RELATIONSHIPS, s -> s.replace("</Relationships>", hyperlink))
                .edit(
                        CONTENT_TYPES,
                        s -> s.replace("<Default ", "<Default Extension=\"png\" ContentType=\"image/png\"/><Default "))
                .put("customXml/item1.xml", "<a/>")
                .put("xl/media/image1.png", "x")
                .bytes();
        assertThat(check(file).refusal()).isNull();
    }

    /** Whatever is broken, the answer is a refusal or a list of errors: never an exception, never a hang. */
    @Test
    void survivesRandomDamage() {
        long seed = Long.getLong("yuanlin.seed", 20_261_122);
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var broken = GOOD.clone();
            for (int j = 0; j <= i % 5; j++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            assertThat(check(broken)).as("seed %d, file %d", seed, i).isNotNull();
        }
    }

    /** Damage behind the checksums: the XML itself. */
    @Test
    void survivesRandomDamageInsideTheParts() {
        long seed = Long.getLong("yuanlin.seed", 20_261_122);
        var random = new Random(seed);
        var parts =
                new String[] {BUILDINGS, TEXTS, WORKBOOK, CONTENT_TYPES, RELATIONSHIPS, "xl/styles.xml", "_rels/.rels"};
        for (int i = 0; i < 150; i++) {
            var file = good().edit(parts[i % parts.length], xml -> damaged(xml, random))
                    .bytes();
            assertThat(check(file)).as("seed %d, file %d", seed, i).isNotNull();
        }
    }

    @Test
    void hasATestForEachRefusal() {
        var tested = EnumSet.noneOf(Refusal.Code.class);
        hostile().forEach(arguments -> tested.add((Refusal.Code) arguments.get()[0]));
        // Too large is told while the upload is still coming in.
        assertThat(tested).containsAll(EnumSet.complementOf(EnumSet.of(Refusal.Code.TOO_LARGE)));
    }

    private static final String CSV = "户号,姓名/名称,类型,手机\n1幢1单元101室,业主甲,个人,13800000001\n".repeat(20);

    private static CheckedWorkbook check(byte[] file) {
        return WorkbookCheck.check(file, new Expected("shifan", "示范小区", LocalDate.of(2026, 11, 22)));
    }

    private static Arguments file(Refusal.Code code, String what, Supplier<byte[]> file) {
        return arguments(code, what, file);
    }

    private static ZipFixture good() {
        return ZipFixture.of(GOOD);
    }

    private static String damaged(String xml, Random random) {
        int at = random.nextInt(xml.length());
        return switch (random.nextInt(4)) {
            case 0 -> xml.substring(0, at);
            case 1 -> xml.substring(0, at) + "<" + xml.substring(at);
            case 2 -> xml.substring(0, at) + xml.substring(Math.min(xml.length(), at + 20));
            default -> xml.substring(0, at) + (char) ('0' + random.nextInt(60)) + xml.substring(at + 1);
        };
    }

    private static byte[] csv(Charset charset) {
        return CSV.getBytes(charset);
    }

    private static byte[] random() {
        var bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] thin(int megabytes) {
        var bytes = new byte[megabytes << 20];
        // One byte in 64 differs: compresses well, yet not suspiciously.
        var random = new Random(2);
        for (int i = 0; i < bytes.length; i += 64) bytes[i] = (byte) random.nextInt();
        return bytes;
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

    private static byte[] relationship(String type, boolean external) {
        var xml = "<Relationship Id=\"rId900\" Target=\"http://127.0.0.1:9/x\" Type=\"%s\"%s/></Relationships>"
                .formatted(type, external ? " TargetMode=\"External\"" : "");
        return good().edit(RELATIONSHIPS, s -> s.replace("</Relationships>", xml))
                .bytes();
    }

    private static byte[] withDoctype(String part, String doctype) {
        return good().edit(
                        part,
                        s -> s.replaceFirst(
                                "(<\\?xml[^>]*\\?>)?", "$1" + java.util.regex.Matcher.quoteReplacement(doctype)))
                .bytes();
    }

    private static byte[] flipped() {
        var bytes = GOOD.clone();
        // Inside the compressed data of the first part.
        bytes[200] ^= 0x10;
        return bytes;
    }

    /** Sets the bit by which a zip says that an entry is encrypted, in the central directory and the local headers. */
    private static byte[] withFlag(byte[] zip) {
        var bytes = zip.clone();
        for (int i = 0; i < bytes.length - 10; i++) {
            boolean local = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4;
            boolean central = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2;
            if (local) bytes[i + 6] |= 1;
            if (central) bytes[i + 8] |= 1;
        }
        return bytes;
    }

    private static byte[] xls() {
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("业主").createRow(0).createCell(0).setCellValue("户号");
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encrypted() {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(container)) {
                stream.write(GOOD);
            }
            var out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
