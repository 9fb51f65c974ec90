package cn.yuanlin.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.lingala.zip4j.io.inputstream.ZipInputStream;

/** Opens what an estate is exported as. */
public final class Archives {
    private Archives() {}

    /** @throws net.lingala.zip4j.exception.ZipException if the passphrase is another */
    public static Map<String, byte[]> open(byte[] zip, String passphrase) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), passphrase.toCharArray(), UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isEncrypted()) throw new AssertionError(entry.getFileName() + " is not encrypted");
                files.put(entry.getFileName(), in.readAllBytes());
            }
        }
        return files;
    }
}
