package cn.yuanlin.admin.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash and length of what was written through it. */
final class Seal {
    private final MessageDigest digest;
    private long written;

    Seal() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    OutputStream over(OutputStream sink) {
        return new DigestOutputStream(sink, digest) {
            @Override
            public void write(int one) throws IOException {
                super.write(one);
                written++;
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                super.write(buffer, offset, length);
                written += length;
            }
        };
    }

    long sizeBytes() {
        return written;
    }

    /** Lower-case hexadecimal; ask once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
