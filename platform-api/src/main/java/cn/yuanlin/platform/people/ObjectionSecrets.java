package cn.yuanlin.platform.people;

import cn.yuanlin.platform.keys.EstateSecrets;
import java.util.UUID;

/** Texts of objections and answers; bound to the objection, so that none can be put under another. */
record ObjectionSecrets(EstateSecrets keys) {
    static final String TEXT = "objection.text";
    static final String ANSWER = "objection.answer";

    byte[] encryptText(String text, UUID objection) {
        return keys.encrypt(text, TEXT, objection);
    }

    String decryptText(byte[] cipher, UUID objection) {
        return keys.decrypt(cipher, TEXT, objection);
    }

    byte[] encryptAnswer(String text, UUID objection) {
        return keys.encrypt(text, ANSWER, objection);
    }

    String decryptAnswer(byte[] cipher, UUID objection) {
        return keys.decrypt(cipher, ANSWER, objection);
    }
}
