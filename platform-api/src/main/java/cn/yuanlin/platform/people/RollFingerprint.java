package cn.yuanlin.platform.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 over the canonical lines of a roll in UTF-8, in the order of their units, each ended by a line feed. One
 * dm², one share or one holder more gives another fingerprint.
 */
final class RollFingerprint {
    private final MessageDigest digest;

    RollFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void add(String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    byte[] finish() {
        return digest.digest();
    }
}
