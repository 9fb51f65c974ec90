package cn.yuanlin.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The smallest key management there is: one key-encryption key per estate in a folder only the service may read. A vault takes its
 * place by another {@link KmsClient}; nothing else here knows where keys are.
 */
final class FolderKms implements KmsClient {
    private static final String SCHEME = "yuanlin-folder://";
    private final Path folder;

    FolderKms(Path folder) {
        this.folder = folder;
    }

    static String uri(UUID estate) {
        return SCHEME + estate;
    }

    boolean has(UUID estate) {
        return Files.exists(folder.resolve(estate.toString()));
    }

    /**
     * Makes the estate's key unless there is one. It is on the disk before anything is encrypted under it: what PostgreSQL commits
     * outlives a power cut, so the key must.
     */
    void make(UUID estate) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        if (!has(estate)) link(folder.resolve(estate.toString()));
        // Also where another process made it: that one may not have got as far as this.
        sync(folder, READ);
    }

    /** A new key wraps from now on, the former one still opens; one on the way already stays. With the estate's row held. */
    void addNext(UUID estate) throws IOException, GeneralSecurityException {
        var ring = ring(estate);
        if (ring.size() == 1)
            ring = KeyRing.promoted(KeyRing.withNext(ring, PredefinedAeadParameters.AES256_GCM, Set.of()));
        replace(estate, ring);
    }

    /** What was not wrapped anew since {@link #addNext} can't be opened any more. With the estate's row held. */
    void forgetFormer(UUID estate) throws IOException, GeneralSecurityException {
        replace(estate, KeyRing.alone(ring(estate)));
    }

    /** On the disk before anything is wrapped under it, as with the first one. */
    private void replace(UUID estate, KeysetHandle ring) throws IOException, GeneralSecurityException {
        var draft = draft(ring);
        try {
            Files.move(draft, folder.resolve(estate.toString()), ATOMIC_MOVE, REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(folder, READ);
    }

    private void link(Path file) throws IOException, GeneralSecurityException {
        var draft = draft(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        try {
            // A link appears whole or not at all, and never replaces the key another process has just made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private Path draft(KeysetHandle ring) throws IOException, GeneralSecurityException {
        var keys = TinkJsonProtoKeysetFormat.serializeKeyset(ring, InsecureSecretKeyAccess.get());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "draft-", "", onlyOwner);
        try {
            Files.writeString(draft, keys, US_ASCII);
            sync(draft, WRITE);
            return draft;
        } catch (IOException noRoom) {
            Files.delete(draft);
            throw noRoom;
        }
    }

    private static void sync(Path path, OpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** After this, what was encrypted for the estate can't be read by anybody, nor after a power cut. */
    void destroy(UUID estate) throws IOException {
        Files.deleteIfExists(folder.resolve(estate.toString()));
        // Also where it was gone already: who deleted it may not have got as far as this.
        if (Files.exists(folder)) sync(folder, READ);
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith(SCHEME);
    }

    @Override
    public KmsClient withCredentials(String credentialPath) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    /** @throws KeyGoneException if the key was destroyed or never made */
    @Override
    public Aead getAead(@Nullable String keyUri) throws GeneralSecurityException {
        if (keyUri == null || !doesSupport(keyUri)) throw new GeneralSecurityException("not a key of this folder");
        return ring(UUID.fromString(keyUri.substring(SCHEME.length())))
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private KeysetHandle ring(UUID estate) throws GeneralSecurityException {
        try {
            var keys = Files.readString(folder.resolve(estate.toString()), US_ASCII);
            return TinkJsonProtoKeysetFormat.parseKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (NoSuchFileException gone) {
            throw new KeyGoneException(estate);
        } catch (IOException unreadable) {
            throw new GeneralSecurityException("the key of " + estate + " can't be read", unreadable);
        }
    }
}
