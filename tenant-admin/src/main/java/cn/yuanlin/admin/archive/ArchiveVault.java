package cn.yuanlin.admin.archive;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Exports on disk, each encrypted with a key of its own that lies elsewhere (mode 0600). Destroying the key ends every
 * copy of the export.
 */
@Component
class ArchiveVault {
    private static final EnumSet<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final ArchiveSettings settings;

    ArchiveVault(ArchiveSettings settings) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        this.settings = settings;
    }

    /** Writes an export; it is there whole or not at all. */
    interface Writer {
        void writeTo(OutputStream sink) throws IOException;
    }

    void store(UUID estate, Writer export) {
        try {
            Files.createDirectories(settings.directory());
            var part = settings.directory().resolve(estate + ".part");
            var bound = estate.toString().getBytes(StandardCharsets.UTF_8);
            try (var file = Files.newOutputStream(part);
                    var sink = cipher(estate, true).newEncryptingStream(file, bound)) {
                export.writeTo(sink);
            }
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file(estate), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The export in the clear; the caller closes it. */
    InputStream open(UUID estate) throws IOException {
        try {
            return cipher(estate, false)
                    .newDecryptingStream(
                            Files.newInputStream(file(estate)),
                            estate.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean has(UUID estate) {
        return Files.exists(file(estate));
    }

    /** Key first: should the file survive, nobody reads it. */
    void destroy(UUID estate) {
        try {
            Files.deleteIfExists(key(estate));
            Files.deleteIfExists(file(estate));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private StreamingAead cipher(UUID estate, boolean make) throws IOException, GeneralSecurityException {
        if (make && !Files.exists(key(estate))) {
            makeKey(estate);
        }
        return TinkProtoKeysetFormat.parseKeyset(Files.readAllBytes(key(estate)), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private void makeKey(UUID estate) throws IOException, GeneralSecurityException {
        Files.createDirectories(settings.keys());
        var handle = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
        var part = settings.keys().resolve(estate + "." + UUID.randomUUID());
        Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.write(part, TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        try {
            Files.createLink(key(estate), part);
        } catch (FileAlreadyExistsException another) {
            // Somebody else's is as good, and may be in use.
            return;
        } finally {
            Files.delete(part);
        }
    }

    private Path file(UUID estate) {
        return settings.directory().resolve(estate + ".zip.enc");
    }

    private Path key(UUID estate) {
        return settings.keys().resolve(estate.toString());
    }
}
