package cn.yuanlin.platform.workbook.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A plain .xlsx written from its first byte to its last: one row in memory, nothing on disk, because it is full of personal data.
 * Every cell is text or a number, so that nothing in it is ever run.
 */
final class XlsxOutput {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    /** Cell formats: 0 general, 1 text, 2 bold text, 3 two decimals. */
    private static final String STYLES = DECLARATION
            + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"4\"><xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\"/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"2\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private final ZipOutputStream zip;
    private int row;
    private int column;

    XlsxOutput(OutputStream out, List<String> sheets) throws IOException {
        zip = new ZipOutputStream(out, UTF_8);
        part("[Content_Types].xml", contentTypes(sheets.size()));
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        var names = new StringBuilder();
        var targets = new StringBuilder();
        for (int n = 1; n <= sheets.size(); n++) {
            names.append(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(escaped(sheets.get(n - 1)), n, n));
            targets.append(relation(n, "worksheet", "worksheets/sheet" + n + ".xml"));
        }
        targets.append(relation(sheets.size() + 1, "styles", "styles.xml"));
        part(
                "xl/workbook.xml",
                DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + names
                        + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations(targets.toString()));
        part("xl/styles.xml", STYLES);
    }

    /** @param number from 1, in the order of the sheets' names */
    void beginSheet(int number) throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + number + ".xml"));
        write(DECLARATION + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        row = 0;
    }

    void beginRow() throws IOException {
        column = 0;
        write("<row r=\"" + ++row + "\">");
    }

    void heading(String text) throws IOException {
        cell(text, 2);
    }

    /** An empty text leaves the cell out. */
    void text(String text) throws IOException {
        if (text.isEmpty()) column++;
        else cell(text, 1);
    }

    /** @param digits as XML writes numbers */
    void number(String digits) throws IOException {
        write("<c r=\"" + place() + "\" s=\"3\"><v>" + digits + "</v></c>");
    }

    void endRow() throws IOException {
        write("</row>");
    }

    void endSheet() throws IOException {
        write("</sheetData></worksheet>");
        zip.closeEntry();
    }

    /** Without it the file is none: what broke off must not look whole. */
    void finish() throws IOException {
        zip.finish();
    }

    private void cell(String text, int style) throws IOException {
        write("<c r=\"" + place() + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                + escaped(text) + "</t></is></c>");
    }

    private String place() {
        // Sheets of the roll have fewer columns than the alphabet has letters.
        return (char) ('A' + column++) + Integer.toString(row);
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        write(content);
        zip.closeEntry();
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(UTF_8));
    }

    private static String contentTypes(int sheets) {
        var types = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"" + PACKAGE + "content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(override("/xl/workbook.xml", "sheet.main+xml"))
                .append(override("/xl/styles.xml", "styles+xml"));
        for (int n = 1; n <= sheets; n++) types.append(override("/xl/worksheets/sheet" + n + ".xml", "worksheet+xml"));
        return types.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relations(String relations) {
        return DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    /** XML has no way to write most control characters; they have no meaning in a name either. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\t\n]]|[\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
