package cn.yuanlin.platform.media;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.yuanlin.platform.tenancy.Estate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;

/** A folder, for one process or several that share it. */
final class FolderMediaStore implements MediaStore {
    private final Path root;

    FolderMediaStore(Path root) {
        this.root = root;
    }

    /** Under its name only when whole and on the disk: the row that names it is committed after. */
    @Override
    public void put(MediaKey key, byte[] bytes) {
        try {
            var folder = Files.createDirectories(root.resolve(key.schema()));
            var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var draft = Files.createTempFile(folder, "draft-", "", onlyOwner);
            try {
                write(draft, bytes);
                Files.move(draft, path(key), ATOMIC_MOVE, REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
    }

    @Override
    public Optional<InputStream> get(MediaKey key) {
        try {
            return Optional.of(Files.newInputStream(path(key)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void delete(MediaKey key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    @Override
    public void deleteAll(String schema) {
        if (!schema.matches(Estate.SCHEMA_PATTERN)) throw new IllegalArgumentException("not an estate's schema");
        var folder = root.resolve(schema);
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private Path path(MediaKey key) {
        return root.resolve(key.schema()).resolve(key.name());
    }
}
