package cn.yuanlin.platform.export;

import java.security.SecureRandom;

/**
 * Something to be read aloud, written down and typed: 24 letters and digits in 6 groups, none of which is taken for another. 120
 * random bits.
 */
final class Passphrase {
    /** 32 of them: no I and no O, for 1 and 0, which are not there either. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int GROUPS = 6;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passphrase() {}

    static String random() {
        var text = new StringBuilder(GROUPS * (GROUP + 1));
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
