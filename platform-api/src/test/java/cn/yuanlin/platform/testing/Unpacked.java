package cn.yuanlin.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipInputStream;

/** What can be read in an answer, also where it is packed: a workbook is a zip, an archive may hold workbooks. */
public final class Unpacked {
    private Unpacked() {}

    public static String textOf(byte[] body) {
        var text = new StringBuilder(new String(body, UTF_8));
        if (body.length > 1 && body[0] == 'P' && body[1] == 'K') {
            try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
                while (zip.getNextEntry() != null) text.append(textOf(zip.readAllBytes()));
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
        return text.toString();
    }
}
