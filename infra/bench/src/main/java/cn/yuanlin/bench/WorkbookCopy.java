package cn.yuanlin.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A workbook of the demo with another estate's name in it: a workbook is accepted only for the estate it names.
 *
 * @param name what the estate is called in the original
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WorkbookCopy(byte[] original, String name) {
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** @param workbook a file below {@code infra/demo/workbooks} */
    static WorkbookCopy of(Path root, String workbook, String name) {
        try {
            return new WorkbookCopy(Files.readAllBytes(root.resolve("infra/demo/workbooks/" + workbook)), name);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    byte[] named(String other) {
        var copy = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(original));
                var out = new ZipOutputStream(copy)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var content = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(TEXTS) ? renamed(content, other) : content);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return copy.toByteArray();
    }

    /** The cell that holds the name and nothing else; company names that begin with it stay. */
    private byte[] renamed(byte[] texts, String other) {
        var before = new String(texts, StandardCharsets.UTF_8);
        var after = before.replace("<t>" + name + "</t>", "<t>" + other + "</t>");
        if (after.equals(before)) throw new IllegalStateException("The workbook does not name " + name);
        return after.getBytes(StandardCharsets.UTF_8);
    }
}
