package cn.yuanlin.platform.keys;

import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How whatever is encrypted begins: 01 and the key's number, so that it can be told which key it needs without having any. */
final class KeyPrefix {
    static final int LENGTH = 5;
    static final byte FIRST = 1;

    private KeyPrefix() {}

    static byte[] of(KeysetHandle.Entry key) {
        return ByteBuffer.allocate(LENGTH).put(FIRST).putInt(key.getId()).array();
    }

    static List<ByteBuffer> of(KeysetHandle keys) {
        var prefixes = ofOthers(keys);
        prefixes.add(ByteBuffer.wrap(of(keys.getPrimary())));
        return prefixes;
    }

    /** Of the keys that read and don't write. */
    static List<ByteBuffer> ofOthers(KeysetHandle keys) {
        var prefixes = new ArrayList<ByteBuffer>();
        for (int i = 0; i < keys.size(); i++)
            if (!keys.getAt(i).isPrimary()) prefixes.add(ByteBuffer.wrap(of(keys.getAt(i))));
        return prefixes;
    }
}
