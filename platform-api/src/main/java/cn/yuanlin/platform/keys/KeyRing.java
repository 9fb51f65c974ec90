package cn.yuanlin.platform.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;

/** A set of keys on its way from one key to the next: the new one reads, then it writes, then it is alone. */
final class KeyRing {
    private KeyRing() {}

    /**
     * With one more key that only reads for now; a ring on its way stays as it is.
     *
     * @param used prefixes no new key may have: what begins with them is refused
     */
    static KeysetHandle withNext(KeysetHandle ring, Parameters kind, Set<ByteBuffer> used)
            throws GeneralSecurityException {
        if (ring.size() > 1) return ring;
        while (true) {
            var entry = KeysetHandle.generateEntryFromParameters(kind).withRandomId();
            var next = KeysetHandle.newBuilder(ring).addEntry(entry).build();
            if (KeyPrefix.ofOthers(next).stream().noneMatch(used::contains)) return next;
        }
    }

    /** The newest key writes; the others go on reading. */
    static KeysetHandle promoted(KeysetHandle ring) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(ring);
        builder.getAt(builder.size() - 1).makePrimary();
        return builder.build();
    }

    /** Without the keys that only read. */
    static KeysetHandle alone(KeysetHandle ring) throws GeneralSecurityException {
        var builder = KeysetHandle.newBuilder(ring);
        for (int i = builder.size() - 1; i >= 0; i--) if (!builder.getAt(i).isPrimary()) builder.deleteAt(i);
        return builder.build();
    }
}
