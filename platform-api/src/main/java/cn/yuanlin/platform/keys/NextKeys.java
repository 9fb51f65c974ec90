package cn.yuanlin.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The three turns by which an estate comes from its keys to the next ones; between them others see to it that each process has read
 * the last one, and that nothing is left that needs a former key. All in the caller's transaction as registrar, which holds the row of the
 * estate, so that it is not removed meanwhile. A turn that is cut off can be made again.
 */
@Component
public class NextKeys {
    private final EstateKeys keys;
    private final FolderKms kms;

    NextKeys(EstateKeys keys) {
        this.keys = keys;
        this.kms = keys.kms();
    }

    /**
     * Makes a new key-encryption key, wraps everything under it, and adds new data keys that read and do not write yet.
     *
     * @param used prefixes of data keys the estate once had
     * @throws KeyGoneException if the keys were destroyed
     */
    public void add(JdbcClient jdbc, UUID estate, Set<ByteBuffer> used) {
        change(estate, () -> {
            kms.addNext(estate);
            var rings = keys.rings(jdbc, estate);
            var taken = new HashSet<>(used);
            for (var ring : rings.all().values()) taken.addAll(KeyPrefix.of(ring));
            for (var purpose : KeyPurpose.values()) {
                var ring = rings.of(purpose);
                // A lookup hash is compared as it stands, with those that were made before: its key stays.
                var next = purpose == KeyPurpose.LOOKUP ? ring : KeyRing.withNext(ring, purpose.parameters(), taken);
                keys.keep(jdbc, estate, purpose, next);
            }
        });
    }

    /** From now on the new data keys write; what the former key-encryption key wrapped can't be opened any more. */
    public void promote(JdbcClient jdbc, UUID estate) {
        change(estate, () -> {
            kms.forgetFormer(estate);
            var rings = keys.rings(jdbc, estate);
            for (var purpose : KeyPurpose.values())
                keys.keep(jdbc, estate, purpose, KeyRing.promoted(rings.of(purpose)));
            keys.forgetOpen(estate);
        });
    }

    /** How what was encrypted with the former data keys begins. */
    public List<byte[]> formerPrefixes(JdbcClient jdbc, UUID estate) {
        var prefixes = new ArrayList<byte[]>();
        change(estate, () -> {
            var rings = keys.rings(jdbc, estate);
            for (var purpose : KeyPurpose.values())
                for (var prefix : KeyPrefix.ofOthers(rings.of(purpose))) prefixes.add(prefix.array());
        });
        return prefixes;
    }

    /** What was encrypted with the former data keys can't be read any more. */
    public void forgetFormer(JdbcClient jdbc, UUID estate) {
        change(estate, () -> {
            var rings = keys.rings(jdbc, estate);
            for (var purpose : KeyPurpose.values()) keys.keep(jdbc, estate, purpose, KeyRing.alone(rings.of(purpose)));
        });
    }

    private interface Change {
        void make() throws GeneralSecurityException, IOException;
    }

    private static void change(UUID estate, Change change) {
        try {
            change.make();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("can't change the keys of " + estate, fault);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
