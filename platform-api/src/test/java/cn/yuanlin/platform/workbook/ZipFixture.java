package cn.yuanlin.platform.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Takes a workbook apart and puts it together again with other parts: how hostile files are made. */
final class ZipFixture {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private ZipFixture() {}

    static ZipFixture of(byte[] workbook) {
        var fixture = new ZipFixture();
        try (var zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (var entry : Collections.list(zip.getEntries()))
                fixture.parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fixture;
    }

    static ZipFixture nothing() {
        return new ZipFixture();
    }

    ZipFixture put(String name, String text) {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ZipFixture put(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    ZipFixture edit(String name, UnaryOperator<String> change) {
        if (!parts.containsKey(name)) throw new IllegalArgumentException("no part " + name + " in " + parts.keySet());
        return put(name, change.apply(new String(parts.get(name), StandardCharsets.UTF_8)));
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
