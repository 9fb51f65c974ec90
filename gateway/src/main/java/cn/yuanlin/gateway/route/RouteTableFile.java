package cn.yuanlin.gateway.route;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last table tenant-admin gave, on disk: first line its SHA-256, then the text as it came. It is replaced by
 * rename, so a reader finds the old or the new one, never half of one.
 */
@Component
class RouteTableFile {
    private static final Logger log = LoggerFactory.getLogger(RouteTableFile.class);

    private final Path file;

    RouteTableFile(RouteSettings settings) {
        this.file = settings.file().toAbsolutePath();
    }

    /** The kept text; empty if there is none, or if it is not what was written. */
    Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var whole = Files.readString(file);
            int lineEnd = whole.indexOf('\n');
            var text = whole.substring(lineEnd + 1);
            if (lineEnd < 0 || !whole.substring(0, lineEnd).equals(sha256(text))) {
                log.warn("Kept route table {} is damaged, going on without it", file);
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (IOException unreadable) {
            log.warn("Kept route table {} can't be read, going on without it: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    /** Keeps a text. A full disk is logged, not thrown: routing goes on from memory. */
    void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            var fresh =
                    Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
            try {
                try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    var bytes = ByteBuffer.wrap((sha256(text) + "\n" + text).getBytes(StandardCharsets.UTF_8));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException full) {
            log.warn("Route table not kept in {}: {}", file, full.toString());
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
