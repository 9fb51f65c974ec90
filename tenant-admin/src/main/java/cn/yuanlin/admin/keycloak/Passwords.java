package cn.yuanlin.admin.keycloak;

import java.security.SecureRandom;

/** Passwords to be read from a screen once and typed once. */
final class Passwords {
    /** Nothing that looks like something else: no 0 O 1 l I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** 14 of 56 letters: 81 bits. */
    private static final int LENGTH = 14;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String initial() {
        var password = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
