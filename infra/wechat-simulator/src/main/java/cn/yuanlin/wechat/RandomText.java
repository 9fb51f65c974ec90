package cn.yuanlin.wechat;

import java.security.SecureRandom;
import java.util.Base64;

/** Codes and tokens nobody can guess, in letters, digits, {@code -} and {@code _}. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String of(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
    }

    /** A key as WeChat writes it: base64 with {@code +}, {@code /} and padding. */
    static String key(int bytes) {
        return Base64.getEncoder().encodeToString(random(bytes));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
