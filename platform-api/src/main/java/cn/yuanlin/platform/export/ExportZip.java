package cn.yuanlin.platform.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/**
 * A zip that is written as it is read, and remembers the hash of each file. Every file is encrypted with AES-256 as WinZip does it
 * (AE-2): 7-Zip, WinRAR, Bandizip, Keka and WinZip open it; Windows' Explorer and Info-ZIP's {@code unzip} don't. The names of the
 * files can be read by anybody. One that is never {@linkplain #finish finished} has no directory at its end, so that nothing takes it
 * for whole.
 */
final class ExportZip {
    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    /** @param rows without the heading of a CSV; 0 for what is no table */
    record Entry(String name, long rows, String sha256) {}

    /** Writes one file. @return how many rows it has */
    interface Content {
        long writeTo(Writer writer) throws IOException;
    }

    ExportZip(OutputStream target, String passphrase) throws IOException {
        zip = new ZipOutputStream(target, passphrase.toCharArray(), UTF_8);
    }

    void add(String name, Content content) {
        addBytes(name, target -> {
            var writer = new OutputStreamWriter(target, UTF_8);
            var rows = content.writeTo(writer);
            writer.flush();
            return rows;
        });
    }

    /** A file as it is. */
    void add(String name, InputStream file) {
        addBytes(name, target -> {
            file.transferTo(target);
            return 0;
        });
    }

    private interface Bytes {
        long writeTo(OutputStream target) throws IOException;
    }

    private void addBytes(String name, Bytes content) {
        try {
            zip.putNextEntry(encrypted(name));
            var hash = MessageDigest.getInstance("SHA-256");
            var rows = content.writeTo(new DigestOutputStream(zip, hash));
            zip.closeEntry();
            entries.add(new Entry(name, rows, HexFormat.of().formatHex(hash.digest())));
        } catch (IOException interrupted) {
            throw new UncheckedIOException(interrupted);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ZipParameters encrypted(String name) {
        var parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        return parameters;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Writes the directory and closes the target. Only for a zip that is whole: hence not what try-with-resources would call. */
    void finish() throws IOException {
        zip.close();
    }
}
