package cn.yuanlin.platform.media;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * An upload on its way in, in a temporary file and encrypted: a slow sender takes no memory, and a killed process leaves nothing that
 * can be read.
 */
final class Spool implements AutoCloseable {
    private static final String KIND = "media.spool";

    private final UUID id = UUID.randomUUID();
    private final EstateSecrets secrets;
    private final Path file;

    private Spool(EstateSecrets secrets, Path file) {
        this.secrets = secrets;
        this.file = file;
    }

    static Spool open(EstateSecrets secrets) throws IOException {
        return new Spool(secrets, Files.createTempFile("media-", ".spool"));
    }

    /** @return false if there is more than that: then it has read one byte more, and no further */
    boolean take(InputStream upload, int atMost) throws IOException {
        try (var target = secrets.encrypting(Files.newOutputStream(file), KIND, id)) {
            var buffer = new byte[1 << 16];
            var left = atMost + 1;
            while (left > 0) {
                var read = upload.read(buffer, 0, Math.min(buffer.length, left));
                if (read < 0) return true;
                target.write(buffer, 0, read);
                left -= read;
            }
            return false;
        }
    }

    byte[] bytes() throws IOException {
        try (var source = secrets.decrypting(Files.newInputStream(file), KIND, id)) {
            return source.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
