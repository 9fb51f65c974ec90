package cn.yuanlin.platform.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes a workbook apart and puts it together again with other parts: how hostile files are made. */
final class ZipFixture {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private ZipFixture() {}

    static ZipFixture of(byte[] workbook) {
        var fixture = new ZipFixture();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                fixture.parts.put(entry.getName(), zip.readAllBytes());
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
