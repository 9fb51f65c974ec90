package cn.yuanlin.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.yuanlin.platform.tenancy.CellRole;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes, opens and destroys estates' keys. Which keys an estate has is read at each use, because another process may have destroyed
 * or renewed them; memory only saves unwrapping them again.
 */
@Component
public class EstateKeys {
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final CellRole registrar;
    private final FolderKms kms;
    private final Cache<Wrapped, EstateSecrets> open =
            Caffeine.newBuilder().maximumSize(600).expireAfterWrite(MEMORY).build();

    /** An estate's keys as they are kept: equal only as long as they are the same keys. */
    private record Wrapped(UUID estate, Map<KeyPurpose, ByteBuffer> keys) {
        boolean complete() {
            return keys.size() == KeyPurpose.values().length;
        }
    }

    EstateKeys(@Qualifier("registrar") CellRole registrar, @Value("${yuanlin.keys-dir}") Path folder)
            throws GeneralSecurityException {
        AeadConfig.register();
        StreamingAeadConfig.register();
        MacConfig.register();
        this.registrar = registrar;
        this.kms = new FolderKms(folder);
    }

    /** The keys of the estate that is bound. @throws KeyGoneException if they were destroyed */
    public EstateSecrets current() {
        return of(CurrentEstate.get().id());
    }

    /**
     * The keys the estate has now. Asks the database, so ask once for a use case, not once for a row.
     *
     * @throws KeyGoneException if they were destroyed
     */
    public EstateSecrets of(UUID estate) {
        var wrapped = registrar.call(jdbc -> wrapped(jdbc, estate));
        if (!wrapped.complete()) throw new KeyGoneException(estate);
        return Objects.requireNonNull(open.get(wrapped, this::open));
    }

    /**
     * Makes the keys of a registered estate unless it has them.
     *
     * @throws KeyGoneException if the estate has data under keys that nothing opens any more: new ones would hide the loss
     */
    public void make(UUID estate) {
        registrar.run(jdbc -> {
            // Locked against a removal, which takes the same row before it destroys keys.
            var built = jdbc.sql("select schema_version is not null from estate where id = ? for update")
                    .param(estate)
                    .query(Boolean.class)
                    .single();
            var kept = wrapped(jdbc, estate);
            if (kms.has(estate) && kept.complete()) return;
            if (!kms.has(estate) && !kept.keys().isEmpty()) {
                if (built) throw new KeyGoneException(estate);
                jdbc.sql("delete from estate_key where estate_id = ?")
                        .param(estate)
                        .update();
            }
            insertMissing(jdbc, estate);
        });
    }

    /**
     * After this, nobody can read what was encrypted for the estate, in the database or in any backup of it. Another process that had the
     * keys open forgets them within ten minutes; until then it would read a backup, should one be brought back that fast.
     */
    public void destroy(UUID estate) {
        registrar.run(jdbc -> jdbc.sql("delete from estate_key where estate_id = ?")
                .param(estate)
                .update());
        try {
            kms.destroy(estate);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            forgetOpen(estate);
        }
    }

    /** A backup brings the same wrapped keys back: memory must not open what the folder no longer does. */
    void forgetOpen(UUID estate) {
        open.asMap().keySet().removeIf(wrapped -> wrapped.estate().equals(estate));
    }

    private void insertMissing(JdbcClient jdbc, UUID estate) {
        try {
            kms.make(estate);
            var wrapping = kms.getAead(FolderKms.uri(estate));
            for (var purpose : KeyPurpose.values()) {
                var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        KeysetHandle.generateNew(purpose.parameters()), wrapping, binding(estate, purpose));
                jdbc.sql("insert into estate_key (estate_id, purpose, wrapped) values (?, ?, ?) on conflict do nothing")
                        .params(estate, purpose.name(), wrapped)
                        .update();
            }
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't make the keys of " + estate, fault);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Wrapped wrapped(JdbcClient jdbc, UUID estate) {
        var keys = new EnumMap<KeyPurpose, ByteBuffer>(KeyPurpose.class);
        jdbc.sql("select purpose, wrapped from estate_key where estate_id = ?")
                .param(estate)
                .query(row -> {
                    keys.put(KeyPurpose.valueOf(row.getString(1)), ByteBuffer.wrap(row.getBytes(2)));
                });
        return new Wrapped(estate, keys);
    }

    private EstateSecrets open(Wrapped wrapped) {
        try {
            var files = key(wrapped, KeyPurpose.FILE);
            return new EstateSecrets(
                    wrapped.estate(),
                    key(wrapped, KeyPurpose.TEXT).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    files.getPrimitive(RegistryConfiguration.get(), StreamingAead.class),
                    KeyPrefix.of(files.getPrimary()),
                    key(wrapped, KeyPurpose.LOOKUP).getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't open the keys of " + wrapped.estate(), fault);
        }
    }

    private KeysetHandle key(Wrapped wrapped, KeyPurpose purpose) throws GeneralSecurityException {
        var bytes = Objects.requireNonNull(wrapped.keys().get(purpose)).array();
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                bytes, kms.getAead(FolderKms.uri(wrapped.estate())), binding(wrapped.estate(), purpose));
    }

    FolderKms kms() {
        return kms;
    }

    /** An estate's sets of keys, opened. */
    record Rings(Map<KeyPurpose, KeysetHandle> all) {
        KeysetHandle of(KeyPurpose purpose) {
            return Objects.requireNonNull(all.get(purpose));
        }
    }

    /** @throws KeyGoneException if they were destroyed */
    Rings rings(JdbcClient jdbc, UUID estate) throws GeneralSecurityException {
        var wrapped = wrapped(jdbc, estate);
        if (!wrapped.complete()) throw new KeyGoneException(estate);
        var rings = new EnumMap<KeyPurpose, KeysetHandle>(KeyPurpose.class);
        for (var purpose : KeyPurpose.values()) rings.put(purpose, key(wrapped, purpose));
        return new Rings(rings);
    }

    /** In place of what the estate has for the purpose, wrapped by the key-encryption key it has now. */
    void keep(JdbcClient jdbc, UUID estate, KeyPurpose purpose, KeysetHandle ring) throws GeneralSecurityException {
        var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                ring, kms.getAead(FolderKms.uri(estate)), binding(estate, purpose));
        jdbc.sql("update estate_key set wrapped = ? where estate_id = ? and purpose = ?")
                .params(wrapped, estate, purpose.name())
                .update();
    }

    private static byte[] binding(UUID estate, KeyPurpose purpose) {
        return (estate + "\n" + purpose).getBytes(UTF_8);
    }
}
