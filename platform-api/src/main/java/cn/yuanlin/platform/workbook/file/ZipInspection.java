package cn.yuanlin.platform.workbook.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through the whole package before anything of it is parsed. Sizes are counted while inflating: what the directory of the
 * zip declares is the sender's word.
 */
final class ZipInspection {
    static final int MAX_ENTRIES = 1_000;
    static final long MAX_INFLATED = 256L << 20;
    /** Parts that libraries read whole: relationships, content types, properties, the list of sheets. */
    static final long MAX_INDEX_PART = 2L << 20;

    private static final long RATIO_APPLIES_FROM = 8L << 20;
    // Sheets of many equal rows reach about 60; a bomb has 200 to 1,032.
    private static final long MAX_RATIO = 150;

    private final ZipFile zip;
    private long inflated;

    private ZipInspection(ZipFile zip) {
        this.zip = zip;
    }

    static void check(ZipFile zip) throws UnreadableWorkbook, IOException {
        new ZipInspection(zip).check();
    }

    private void check() throws UnreadableWorkbook, IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MAX_ENTRIES) throw new UnreadableWorkbook(Refusal.Code.ZIP_BOMB);
        var names = new HashSet<String>();
        for (var entry : entries) {
            checkEntry(entry);
            // Two readers may take different ones of two entries of a name.
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT)))
                throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
        }
        for (var entry : entries) inflate(entry);
        var contentTypes = zip.getEntry("[Content_Types].xml");
        if (contentTypes == null) throw new UnreadableWorkbook(Refusal.Code.NOT_XLSX);
        for (var entry : entries) {
            if (isXml(entry.getName()))
                try (var in = zip.getInputStream(entry)) {
                    SecureXml.refuseDocumentType(new BufferedInputStream(in));
                }
        }
        var contents = new PackageContents();
        for (var name : names) contents.part(name);
        try (var in = zip.getInputStream(contentTypes)) {
            SecureXml.read(in, contents);
        }
        for (var entry : entries) {
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".rels"))
                try (var in = zip.getInputStream(entry)) {
                    SecureXml.read(in, contents);
                }
        }
        contents.requireWorkbook();
    }

    private static void checkEntry(ZipArchiveEntry entry) throws UnreadableWorkbook {
        if (entry.getGeneralPurposeBit().usesEncryption()) throw new UnreadableWorkbook(Refusal.Code.ENCRYPTED);
        var name = entry.getName();
        boolean plainName = !name.startsWith("/") && !name.contains("\\") && !name.contains("..");
        boolean plainMethod = entry.getMethod() == ZipEntry.DEFLATED || entry.getMethod() == ZipEntry.STORED;
        if (!plainName || !plainMethod) throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
    }

    private void inflate(ZipArchiveEntry entry) throws UnreadableWorkbook, IOException {
        var checksum = new CRC32();
        var buffer = new byte[1 << 14];
        long size = 0;
        long limit = isIndexPart(entry.getName()) ? MAX_INDEX_PART : MAX_INFLATED;
        try (var in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                checksum.update(buffer, 0, read);
                size += read;
                inflated += read;
                boolean thin = size > RATIO_APPLIES_FROM && size / Math.max(1, entry.getCompressedSize()) > MAX_RATIO;
                if (thin || size > limit || inflated > MAX_INFLATED)
                    throw new UnreadableWorkbook(Refusal.Code.ZIP_BOMB);
            }
        }
        if (size != entry.getSize() || checksum.getValue() != entry.getCrc())
            throw new UnreadableWorkbook(Refusal.Code.DAMAGED);
    }

    private static boolean isIndexPart(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".rels")
                || lower.equals("[content_types].xml")
                || lower.startsWith("docprops/")
                || lower.equals("xl/workbook.xml");
    }

    private static boolean isXml(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }
}
