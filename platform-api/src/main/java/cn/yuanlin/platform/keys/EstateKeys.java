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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes, opens and destroys estates' keys. Opened keys stay in memory for ten minutes at most. */
@Component
public class EstateKeys {
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final CellRole registrar;
    private final FolderKms kms;
    private final Cache<UUID, EstateSecrets> open =
            Caffeine.newBuilder().maximumSize(600).expireAfterWrite(MEMORY).build();

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

    /** @throws KeyGoneException if they were destroyed */
    public EstateSecrets of(UUID estate) {
        return open.get(estate, this::open);
    }

    /** Makes the keys of a registered estate unless it has them. */
    public void make(UUID estate) {
        try {
            kms.make(estate);
            var wrapping = kms.getAead(FolderKms.uri(estate));
            for (var purpose : KeyPurpose.values()) {
                var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                        KeysetHandle.generateNew(purpose.parameters()), wrapping, binding(estate, purpose));
                registrar.run(jdbc -> jdbc.sql(
                                "insert into estate_key (estate_id, purpose, wrapped) values (?, ?, ?) on conflict do nothing")
                        .params(estate, purpose.name(), wrapped)
                        .update());
            }
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't make the keys of " + estate, fault);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** After this, nobody can read what was encrypted for the estate, in the database or in any backup of it. */
    public void destroy(UUID estate) {
        try {
            kms.destroy(estate);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        open.invalidate(estate);
    }

    private EstateSecrets open(UUID estate) {
        try {
            return new EstateSecrets(
                    estate,
                    key(estate, KeyPurpose.TEXT).getPrimitive(RegistryConfiguration.get(), Aead.class),
                    key(estate, KeyPurpose.FILE).getPrimitive(RegistryConfiguration.get(), StreamingAead.class),
                    key(estate, KeyPurpose.LOOKUP).getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't open the keys of " + estate, fault);
        }
    }

    private KeysetHandle key(UUID estate, KeyPurpose purpose) throws GeneralSecurityException {
        var wrapped =
                registrar.call(jdbc -> jdbc.sql("select wrapped from estate_key where estate_id = ? and purpose = ?")
                        .params(estate, purpose.name())
                        .query(byte[].class)
                        .optional());
        if (wrapped.isEmpty()) throw new KeyGoneException(estate);
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped.get(), kms.getAead(FolderKms.uri(estate)), binding(estate, purpose));
    }

    private static byte[] binding(UUID estate, KeyPurpose purpose) {
        return (estate + "\n" + purpose).getBytes(UTF_8);
    }
}
