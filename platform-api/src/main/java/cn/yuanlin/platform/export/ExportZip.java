package cn.yuanlin.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written as it is read, and remembers the hash of each file. */
final class ExportZip implements AutoCloseable {
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    /** @param rows without the heading of a CSV */
    record Entry(String name, long rows, String sha256) {}

    /** Writes one file. @return how many rows it has */
    interface Content {
        long writeTo(Writer writer) throws IOException;
    }

    ExportZip(OutputStream target) {
        zip = new ZipOutputStream(target, UTF_8);
    }

    void add(String name, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            var hash = MessageDigest.getInstance("SHA-256");
            var writer = new OutputStreamWriter(new DigestOutputStream(zip, hash), UTF_8);
            var rows = content.writeTo(writer);
            writer.flush();
            zip.closeEntry();
            entries.add(new Entry(name, rows, HexFormat.of().formatHex(hash.digest())));
        } catch (IOException interrupted) {
            throw new UncheckedIOException(interrupted);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
