package cn.yuanlin.platform.workbook.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An inspected .xlsx whose sheets can be read by streaming, as often as wanted. Holds the compressed file and its table of
 * texts in memory (never a plain copy on disk: it is full of personal data) and one row of a sheet at a time.
 */
public final class WorkbookFile implements AutoCloseable {
    /** Largest file in bytes. */
    public static final int MAX_BYTES = 20 << 20;

    private static final int MAX_SHEETS = 50;

    private final OPCPackage parts;
    private final XSSFReader reader;
    private final SharedTexts texts;
    private final DateStyles styles;
    private final List<String> sheetNames;
    private final boolean from1904;

    private WorkbookFile(OPCPackage parts) throws IOException, OpenXML4JException, UnreadableWorkbook {
        this.parts = parts;
        this.reader = new XSSFReader(parts);
        this.texts = readTexts();
        this.styles = new DateStyles();
        try (var in = reader.getStylesData()) {
            if (in != null) SecureXml.read(in, styles);
        }
        var properties = new WorkbookProperties();
        try (var in = reader.getWorkbookData()) {
            SecureXml.read(in, properties);
        }
        this.from1904 = properties.from1904;
        this.sheetNames = names();
    }

    /** @throws UnreadableWorkbook if the file is hostile, damaged or something else than a plain .xlsx */
    public static WorkbookFile open(byte[] file) throws UnreadableWorkbook {
        Envelope.check(file);
        try {
            var zip = ZipFile.builder().setByteArray(file).get();
            ZipInspection.check(zip);
            return new WorkbookFile(OPCPackage.open(new ZipFileZipEntrySource(zip)));
        } catch (IOException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException e) {
            throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        }
    }

    /** In the order of the workbook. */
    public List<String> sheetNames() {
        return sheetNames;
    }

    /** Whether days are counted from 1904, as old Excel for Mac did, instead of 1900. */
    public boolean datesFrom1904() {
        return from1904;
    }

    /** Hands over the rows of a sheet that hold something, from the top. */
    public void read(String sheet, Rows rows) throws UnreadableWorkbook {
        try {
            var sheets = reader.getSheetIterator();
            while (sheets.hasNext()) {
                try (var in = sheets.next()) {
                    if (!sheets.getSheetName().equals(sheet)) continue;
                    SecureXml.read(in, new SheetParser(texts, styles, rows));
                    return;
                }
            }
        } catch (IOException | OpenXML4JException | POIXMLException e) {
            throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        }
        throw new IllegalArgumentException("no such sheet");
    }

    @Override
    public void close() {
        parts.revert();
    }

    /** Receives rows. */
    @FunctionalInterface
    public interface Rows {
        void row(RawRow row) throws UnreadableWorkbook;
    }

    private SharedTexts readTexts() throws IOException, OpenXML4JException, UnreadableWorkbook {
        var table = new SharedTexts();
        try (var in = reader.getSharedStringsData()) {
            if (in != null) SecureXml.read(in, table);
        }
        return table;
    }

    private List<String> names() throws IOException, OpenXML4JException, UnreadableWorkbook {
        var names = new ArrayList<String>();
        var sheets = reader.getSheetIterator();
        while (sheets.hasNext()) {
            if (names.size() == MAX_SHEETS) throw new UnreadableWorkbook(Refusal.Code.TOO_MANY_SHEETS);
            try (var in = sheets.next()) {
                var name = sheets.getSheetName();
                if (in == null || names.contains(name)) throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
                names.add(name);
            } catch (UncheckedIOException e) {
                throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
            }
        }
        return List.copyOf(names);
    }

    private static final class WorkbookProperties extends DefaultHandler {
        private boolean from1904;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (!name.equals("workbookPr")) return;
            var value = attributes.getValue("date1904");
            from1904 = "1".equals(value) || "true".equals(value);
        }
    }
}
