package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.SpoiltFile.BUILDINGS;
import static cn.yuanlin.platform.workbook.SpoiltFile.CONTENT_TYPES;
import static cn.yuanlin.platform.workbook.SpoiltFile.GOOD;
import static cn.yuanlin.platform.workbook.SpoiltFile.WORKBOOK;
import static cn.yuanlin.platform.workbook.SpoiltFile.assertRefused;
import static cn.yuanlin.platform.workbook.SpoiltFile.file;
import static cn.yuanlin.platform.workbook.SpoiltFile.good;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.platform.workbook.file.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no workbook, are broken, or are not ours. */
class ForeignFileTest {
    private static final String CSV = "户号,姓名/名称,类型,手机\n1幢1单元101室,业主甲,个人,13800000001\n".repeat(20);

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void refusesWithItsReason(Refusal.Code code, String what, Supplier<byte[]> file) {
        assertRefused(code, what, file);
    }

    static Stream<Arguments> files() {
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
                        Refusal.Code.SHEET_MISSING,
                        "a sheet renamed",
                        () -> good().edit(WORKBOOK, s -> s.replace("\"业主\"", "\"业主表\""))
                                .bytes()));
    }

    private static byte[] csv(Charset charset) {
        return CSV.getBytes(charset);
    }

    private static byte[] random() {
        var bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        return bytes;
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
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
