package cn.yuanlin.admin.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Exports as cells make them: entries encrypted, their names not, the manifest last. */
public enum FakeExport {
    WHOLE,
    /** Cut off on the way. */
    HALF,
    /** Failed in the cell, and ended in good order all the same. */
    WITHOUT_MANIFEST,
    /** Failed in the cell before anything was sent. */
    FAULT;

    FakeHttp.Answer answer(String slug) throws IOException {
        return this == FAULT ? new FakeHttp.Answer(500, null) : FakeHttp.Answer.ok(of(slug));
    }

    private byte[] of(String slug) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, "of-tests".toCharArray())) {
            add(zip, "data/unit.jsonl", slug);
            if (this != WITHOUT_MANIFEST) {
                add(zip, "manifest.json", "{}");
            }
        }
        return this == HALF ? Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2) : bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
