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
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
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

    /** A cell's answer, as it comes in. */
    interface Writer {
        void writeTo(OutputStream sink) throws IOException;
    }

    /** @return false if what came is no whole export; nothing of it is kept then */
    boolean store(UUID estate, Writer export) {
        try {
            Files.createDirectories(directory);
            var part = directory.resolve(estate + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                export.writeTo(Channels.newOutputStream(written));
                written.force(true);
            }
            if (!whole(part)) {
                Files.delete(part);
                return false;
            }
            Files.move(part, file(estate), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            // Its name, too, has to outlive a power cut once control has recorded that it is here.
            try (var names = FileChannel.open(directory, StandardOpenOption.READ)) {
                names.force(true);
            }
            return true;
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

    /**
     * The manifest is the last thing a cell writes, and a zip's directory of names is not encrypted. Not with the JDK's
     * own reader: it refuses encrypted entries.
     */
    private static boolean whole(Path zip) throws IOException {
        try (var read = new ZipFile(zip.toFile())) {
            return read.getFileHeader("manifest.json") != null;
        } catch (ZipException brokenOff) {
            return false;
        }
    }

    private Path file(UUID estate) {
        return directory.resolve(estate + ".zip");
    }
}
