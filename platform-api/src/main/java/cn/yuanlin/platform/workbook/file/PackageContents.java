package cn.yuanlin.platform.workbook.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a package says it holds: by the names of its parts, by their content types and by the relationships between them. Any of
 * the three is enough to refuse, for a hostile file gives its parts innocent names.
 */
final class PackageContents extends DefaultHandler {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static final Map<Refusal.Code, List<String>> TRACES = Map.of(
            Refusal.Code.MACROS,
            List.of("vbaproject", "macroenabled", "macrosheet", "intlmacrosheet", "dialogsheet", "customui", "vbadata"),
            Refusal.Code.EXTERNAL_LINK,
            List.of(
                    "externallink",
                    "connections",
                    "querytable",
                    "xl/model/",
                    "powerpivot",
                    "webextension",
                    "volatiledep"),
            Refusal.Code.EMBEDDED_OBJECT,
            List.of("embeddings/", "oleobject", "activex", "ctrlprop", "controlproperties", "attachedtoolbars"));

    private boolean workbook;
    private boolean otherKindOfWorkbook;

    /** @param name of a part, in lower case */
    void part(String name) throws UnreadableWorkbook {
        refuseTraces(name);
    }

    void requireWorkbook() throws UnreadableWorkbook {
        if (!workbook) throw new UnreadableWorkbook(otherKindOfWorkbook ? OTHER_KIND : Refusal.Code.NOT_XLSX.refusal());
    }

    private static final Refusal OTHER_KIND =
            Refusal.Code.NOT_XLSX.saying("这是 Excel 的其他格式（二进制工作簿、模板或严格格式）。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后再上传。");

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        try {
            switch (name) {
                case "Override", "Default" -> contentType(attributes.getValue("ContentType"));
                case "Relationship" -> relationship(attributes.getValue("Type"), attributes.getValue("TargetMode"));
                default -> {
                    // nothing else occurs that names contents
                }
            }
        } catch (UnreadableWorkbook e) {
            throw new SAXException(e);
        }
    }

    private void contentType(@Nullable String type) throws UnreadableWorkbook {
        if (type == null) return;
        var lower = type.toLowerCase(Locale.ROOT);
        // Before the traces: a binary workbook's type also says macroEnabled, though it need not have any.
        if (lower.contains("sheet.binary") || lower.contains("template.main+xml")) otherKindOfWorkbook = true;
        else refuseTraces(lower);
        if (lower.equals(WORKBOOK)) workbook = true;
    }

    private void relationship(@Nullable String type, @Nullable String mode) throws UnreadableWorkbook {
        if (type == null) return;
        if (type.startsWith("http://purl.oclc.org/ooxml/") && type.endsWith("/officeDocument"))
            throw new UnreadableWorkbook(OTHER_KIND);
        var kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        // Excel makes hyperlinks of its own accord from anything that looks like an address; nobody follows them here.
        if (mode != null && mode.equalsIgnoreCase("External") && !kind.equals("hyperlink"))
            throw new UnreadableWorkbook(Refusal.Code.EXTERNAL_LINK);
        if (kind.equals("package")) throw new UnreadableWorkbook(Refusal.Code.EMBEDDED_OBJECT);
        refuseTraces(kind);
    }

    private static void refuseTraces(String lower) throws UnreadableWorkbook {
        for (var code : List.of(Refusal.Code.MACROS, Refusal.Code.EXTERNAL_LINK, Refusal.Code.EMBEDDED_OBJECT))
            for (var trace : TRACES.getOrDefault(code, List.of()))
                if (lower.contains(trace)) throw new UnreadableWorkbook(code);
    }
}
