package cn.yuanlin.admin.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes the bytes that pass, and ends the stream with an error where it grows too long. */
final class BoundedDigest extends FilterInputStream {
    private final long limit;
    private final MessageDigest digest;
    private long passed;
    private boolean exceeded;

    /** @param limit bytes that may pass */
    BoundedDigest(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        if (count > 0) {
            passed += count;
            if (passed > limit) {
                exceeded = true;
                throw new IOException("more than " + limit + " bytes");
            }
            digest.update(buffer, offset, count);
        }
        return count;
    }

    /** Bytes cannot be passed over: they would not be hashed. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    boolean exceeded() {
        return exceeded;
    }

    long passed() {
        return passed;
    }

    /** Lower-case hexadecimal SHA-256 of all that passed; ask once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
