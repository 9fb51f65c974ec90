package cn.yuanlin.admin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Exports on disk as the cells sent them: zips that the committee's passphrase opens, and nothing that lies here. */
@Component
class ArchiveVault {
    private static final EnumSet<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path directory;

    ArchiveVault(ArchiveSettings settings) {
        this.directory = settings.directory();
    }

    /** Writes an export; it is there whole or not at all. */
    interface Writer {
        void writeTo(OutputStream sink) throws IOException;
    }

    void store(UUID estate, Writer export) {
        try {
            Files.createDirectories(directory);
            var part = directory.resolve(estate + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                export.writeTo(Channels.newOutputStream(written));
                written.force(true);
            }
            Files.move(part, file(estate), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The caller closes it. */
    InputStream open(UUID estate) throws IOException {
        return Files.newInputStream(file(estate));
    }

    boolean has(UUID estate) {
        return Files.exists(file(estate));
    }

    void destroy(UUID estate) {
        try {
            Files.deleteIfExists(file(estate));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path file(UUID estate) {
        return directory.resolve(estate + ".zip");
    }
}
