package cn.yuanlin.platform.workbook;

import static cn.yuanlin.platform.workbook.SpoiltFile.BUILDINGS;
import static cn.yuanlin.platform.workbook.SpoiltFile.CONTENT_TYPES;
import static cn.yuanlin.platform.workbook.SpoiltFile.RELATIONSHIPS;
import static cn.yuanlin.platform.workbook.SpoiltFile.TEXTS;
import static cn.yuanlin.platform.workbook.SpoiltFile.WORKBOOK;
import static cn.yuanlin.platform.workbook.SpoiltFile.assertRefused;
import static cn.yuanlin.platform.workbook.SpoiltFile.file;
import static cn.yuanlin.platform.workbook.SpoiltFile.good;

import cn.yuanlin.platform.workbook.file.Refusal;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks that would do something. */
class ActiveContentTest {
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("files")
    void refusesWithItsReason(Refusal.Code code, String what, Supplier<byte[]> file) {
        assertRefused(code, what, file);
    }

    static Stream<Arguments> files() {
        return Stream.of(
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
                                .bytes()));
    }

    private static byte[] relationship(String type, boolean external) {
        var xml = "<Relationship Id=\"rId900\" Target=\"http://127.0.0.1:9/x\" Type=\"%s\"%s/></Relationships>"
                .formatted(type, external ? " TargetMode=\"External\"" : "");
        return good().edit(RELATIONSHIPS, s -> s.replace("</Relationships>", xml))
                .bytes();
    }

    private static byte[] withDoctype(String part, String doctype) {
        return good().edit(part, s -> s.replaceFirst("(<\\?xml[^>]*\\?>)?", "$1" + Matcher.quoteReplacement(doctype)))
                .bytes();
    }
}
